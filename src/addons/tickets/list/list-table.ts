import { DateTime } from 'luxon';
import type { PortalKey } from '../../../lib/text-key.ts';
import type { Specification } from '../../../odoo/specification.ts';
import { parseOdooDatetime } from '../../../odoo/values.ts';
import { type Reader, type Reply, table } from '../../../portal/reply.ts';
import type { CustomerRequest, PortalServices } from '../../../portal/route.ts';
import { TicketThread } from '../ticket-thread.ts';
import { createListDomain } from './list-domain.ts';
import { FILTERS } from './list-filters.ts';
import { parseListQuery } from './list-query.ts';
import { LIST_ROW, mapListRow } from './list-row.ts';

const TABLE_ROW = { ...LIST_ROW, x_closed_at: {} } as const satisfies Specification<typeof TicketThread>;
const BATCH = 500;

/** All tickets that the list shows on its pages, as a file, oldest first: a call for every 500 of them. */
export async function listTable(
  { odoo, query: address, user }: CustomerRequest,
  { clock }: Pick<PortalServices, 'clock'>,
): Promise<Reply> {
  const query = parseListQuery(address);
  const domain = [
    ...(await createListDomain(odoo, query, user)),
    ...FILTERS[query.filter].domain(clock.now()),
  ];
  const tickets = odoo.model(TicketThread).iterate(domain, { specification: TABLE_ROW, batchSize: BATCH });
  // A refusal must come before the first byte.
  const first = await tickets.next();

  return table('tickets.csv', async function* ({ t, timeZone }: Reader) {
    yield HEADS.map((head) => t(head));
    const moment = (date: Date | undefined): string =>
      date ? DateTime.fromJSDate(date, { zone: timeZone ?? 'UTC' }).toFormat('yyyy-MM-dd HH:mm') : '';
    try {
      for (let next = first; !next.done; next = await tickets.next()) {
        const row = mapListRow(next.value, user);
        yield [
          row.reference,
          row.subject,
          row.customer ?? '',
          t(row.state.label),
          t(row.priority.label),
          moment(row.openedAt),
          moment(row.updatedAt),
          row.speaker ? row.speaker.name : '',
          moment(row.deadline),
          moment(parseOdooDatetime(next.value.x_closed_at)),
        ];
      }
    } finally {
      await tickets.return();
    }
  });
}

const HEADS = [
  'ticket.reference',
  'ticket.subject',
  'ticket.customer',
  'ticket.state',
  'ticket.priority',
  'ticket.opened',
  'ticket.updated',
  'list.lastMessageBy',
  'ticket.deadline',
  'ticket.closed',
] as const satisfies readonly PortalKey[];
