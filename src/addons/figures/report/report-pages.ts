import { page, type Reply, type Reader as TableReader, table } from '../../../portal/reply.ts';
import type { CustomerRequest, PortalServices } from '../../../portal/route.ts';
import { renderShown, type Shown } from '../../../portal/shown.ts';
import { drawChart } from './chart.ts';
import { type MonthFigures, type Report, readReport, type ServiceFigures } from './read-report.ts';
import { reportPanels } from './report-panel.ts';

export const REPORT_PATH = '/my/report';

/** A customer's own service report: a page, and the same as a file for spreadsheets. */
export function createReportHandlers({
  clock,
  contributions,
}: Pick<PortalServices, 'clock' | 'contributions'>) {
  const panels = reportPanels.of(contributions);
  const read = ({ reader, user }: CustomerRequest) => readReport(reader, clock.now(), user.timeZone ?? 'UTC');

  return {
    show: async (request: CustomerRequest): Promise<Reply> => {
      const [report, ...shown] = await Promise.all([
        read(request),
        ...panels.map(async (panel) => ({ template: panel.template, data: await panel.read(request) })),
      ]);
      return page('figures/report', {
        ...mapReport(report),
        panels: shown.filter(({ data }) => data !== undefined),
      });
    },
    table: async (request: CustomerRequest): Promise<Reply> => {
      const report = await read(request);
      return table('service-report.csv', async function* (of: TableReader) {
        yield HEADS.map((key) => renderShown({ key }, of));
        for (const month of report.months) yield cellsOf(month);
      });
    },
  };
}

const HEADS = [
  'report.month',
  'report.opened',
  'report.solved',
  'report.first',
  'report.kept',
  'report.stars',
  'report.ratings',
] as const;

/** As spreadsheets know numbers, whatever their language: nothing where nothing is judged. */
const cellsOf = ({ month, opened, solved, firstHours, kept, stars, ratings }: MonthFigures) => [
  month.slice(0, 7),
  ...[opened, solved, rounded(firstHours), rounded(kept), rounded(stars), ratings].map((value) =>
    value === undefined ? '' : String(value),
  ),
];

const rounded = (value: number | undefined) =>
  value === undefined ? undefined : Math.round(value * 100) / 100;

function mapReport({ months, total }: Report) {
  const inOrder = months.toReversed();
  const label = ({ month }: MonthFigures): Shown => ({ day: month, style: 'shortMonth' });
  return {
    isEmpty: total.opened === 0 && total.solved === 0,
    csvHref: `${REPORT_PATH}/report.csv`,
    rows: months.map((month) => ({
      month: { day: month.month, style: 'month' } satisfies Shown,
      ...mapRow(month),
    })),
    total: mapRow(total),
    opened: drawChart(inOrder.map((one) => ({ label: label(one), amount: one.opened, value: one.opened }))),
    kept: drawChart(
      inOrder.map((one) => ({ label: label(one), amount: one.kept, value: mapShare(one.kept) })),
      100,
    ),
  };
}

const mapRow = ({ opened, solved, firstHours, kept, stars, ratings }: ServiceFigures) => ({
  opened,
  solved,
  first: firstHours === undefined ? undefined : mapHours(firstHours),
  kept: mapShare(kept),
  stars:
    stars === undefined
      ? undefined
      : ({
          key: 'report.ofFive',
          values: { stars: Math.round(stars * 10) / 10, count: ratings },
        } satisfies Shown),
});

const mapShare = (share: number | undefined): Shown | undefined =>
  share === undefined ? undefined : { key: 'report.share', values: { share: Math.round(share) } };

function mapHours(amount: number): Shown {
  const all = Math.round(amount * 60);
  const values = { hours: Math.floor(all / 60), minutes: all % 60 };
  if (values.hours === 0) return { key: 'report.minutes', values };
  return { key: values.minutes === 0 ? 'report.hours' : 'report.hoursMinutes', values };
}
