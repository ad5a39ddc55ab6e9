import { DateTime } from 'luxon';
import { z } from 'zod';
import { toOdooDatetime } from '../../../odoo/values.ts';
import type { Reader } from '../../../reader/create-reader.ts';
import { DONE_STATE } from '../../tickets/life.ts';
import { FiguresTicket } from '../models.ts';

/** What the desk did for a customer in a stretch of time; undefined where nothing is judged. */
export interface ServiceFigures {
  readonly opened: number;
  readonly solved: number;
  /** Working hours. */
  readonly firstHours: number | undefined;
  /** Per cent. */
  readonly kept: number | undefined;
  readonly stars: number | undefined;
  readonly ratings: number;
}

export interface MonthFigures extends ServiceFigures {
  /** Its first day. */
  readonly month: string;
}

export interface Report {
  /** Newest first. */
  readonly months: readonly MonthFigures[];
  readonly total: ServiceFigures;
}

export const MONTHS = 12;

const Averaged = z
  .union([z.number(), z.literal(false), z.null()])
  .transform((value) => (value === false || value === null ? undefined : value));
const Group = z.object({
  __count: z.int(),
  __range: z.record(z.string(), z.union([z.object({ from: z.string() }), z.literal(false)])).optional(),
  x_first_hours: Averaged,
  x_kept_share: Averaged,
  x_rating_stars: Averaged,
  ratings: z.int(),
});
const Closed = Group.pick({ __count: true, __range: true });

const MEASURES = [
  '__count',
  'x_first_hours:avg',
  'x_kept_share:avg',
  'x_rating_stars:avg',
  'ratings:count(x_rating_id)',
];
const OWN_LIFE = [['x_merged_into_id', '=', false]];

/**
 * This month and the eleven before it, by the months of the customer's zone: what was opened in them, and what was solved. All in
 * one call, of the tickets that the customer's record rules show.
 */
export async function readReport(reader: Reader, now: Date, zone: string): Promise<Report> {
  const thisMonth = DateTime.fromJSDate(now, { zone }).startOf('month');
  const begin = toOdooDatetime(thisMonth.minus({ months: MONTHS - 1 }).toJSDate());
  const opened = [...OWN_LIFE, ['x_opened_at', '>=', begin]];
  const closed = [...OWN_LIFE, ['x_state', '=', DONE_STATE], ['x_closed_at', '>=', begin]];
  const ask = (domain: readonly unknown[], fields: readonly string[], by: readonly string[]) =>
    reader.call(FiguresTicket.name, 'read_group', [domain, fields, by], { lazy: false }, { retry: true });
  const answers = await Promise.all([
    ask(opened, MEASURES, ['x_opened_at:month']),
    ask(opened, MEASURES, []),
    ask(closed, ['__count'], ['x_closed_at:month']),
  ]);
  const byMonth = byMonthIn(z.array(Group).parse(answers[0]), zone);
  const [all] = z.array(Group).parse(answers[1]);
  const closedGroups = z.array(Closed).parse(answers[2]);
  const solved = byMonthIn(closedGroups, zone);

  const months = Array.from({ length: MONTHS }, (_, ago) => {
    const month = thisMonth.minus({ months: ago }).toFormat('yyyy-MM-dd');
    return { month, ...mapFigures(byMonth.get(month), solved.get(month)?.__count ?? 0) };
  });
  return {
    months,
    total: mapFigures(
      all,
      closedGroups.reduce((sum, { __count }) => sum + __count, 0),
    ),
  };
}

function mapFigures(group: z.output<typeof Group> | undefined, solved: number): ServiceFigures {
  return {
    opened: group?.__count ?? 0,
    solved,
    firstHours: group?.x_first_hours,
    kept: group?.x_kept_share,
    stars: group?.x_rating_stars,
    ratings: group?.ratings ?? 0,
  };
}

/** Odoo tells a month by the moment at which it begins, in UTC. */
function byMonthIn<G extends z.output<typeof Closed>>(
  groups: readonly G[],
  zone: string,
): ReadonlyMap<string, G> {
  return new Map(
    groups.flatMap((group): (readonly [string, G])[] => {
      const [range] = Object.values(group.__range ?? {});
      if (!range) return [];
      return [[DateTime.fromSQL(range.from, { zone: 'utc' }).setZone(zone).toFormat('yyyy-MM-dd'), group]];
    }),
  );
}
