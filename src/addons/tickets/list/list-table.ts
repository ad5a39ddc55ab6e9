import { DateTime } from 'luxon';
import type { PortalKey } from '../../../lib/text-key.ts';
import { type Reader, type Reply, table } from '../../../portal/reply.ts';
import type { CustomerRequest } from '../../../portal/route.ts';
import type { TicketServices } from '../ticket-services.ts';
import { TicketThread } from '../ticket-thread.ts';
import { wordingIn } from '../ticket-view.ts';
import { createListDomain } from './list-domain.ts';
import { parseListQuery } from './list-query.ts';
import { LIST_ROW, mapListRow } from './list-row.ts';

const BATCH = 500;

/** All tickets that the list shows on its pages, as a file, oldest first: a call for every 500 of them. */
export async function listTable(
  { odoo, service, query: address, user }: CustomerRequest,
  { clock, labels, offer }: Pick<TicketServices, 'clock' | 'labels' | 'offer'>,
): Promise<Reply> {
  const query = parseListQuery(address, offer);
  const domain = [...(await createListDomain(odoo, query, user)), ...query.filter.domain(clock.now())];
  const tickets = odoo.model(TicketThread).iterate(domain, { specification: LIST_ROW, batchSize: BATCH });
  // A refusal must come before the first byte.
  const first = await tickets.next();

  return table('tickets.csv', async function* ({ t, timeZone }: Reader) {
    yield HEADS.map((head) => t(head));
    const moment = (date: Date | undefined): string =>
      date ? DateTime.fromJSDate(date, { zone: timeZone ?? 'UTC' }).toFormat('yyyy-MM-dd HH:mm') : '';
    try {
      for (let next = first; !next.done; next = await tickets.next()) {
        const labelOf = await labels.find({ service, lang: user.lang }, [next.value]);
        const row = mapListRow(next.value, user, labelOf);
        yield [
          row.reference,
          row.subject,
          row.customer ?? '',
          wordingIn(t, row.state),
          wordingIn(t, row.priority),
          moment(row.openedAt),
          moment(row.updatedAt),
          row.speaker ? row.speaker.name : '',
          moment(row.deadline),
          moment(row.closedAt),
        ];
      }
    } finally {
      await tickets.return();
    }
  });
}

const HEADS: readonly PortalKey[] = [
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
];
