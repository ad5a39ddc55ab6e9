import { joinReads } from '../../../odoo/join-reads.ts';
import { type Reply, type Reader as TableReader, table } from '../../../portal/reply.ts';
import type { CustomerRequest } from '../../../portal/route.ts';
import { type Label, labelShown, type Shown } from '../../../portal/shown.ts';
import { tableCell } from '../../../portal/table-cell.ts';
import type { TicketServices } from '../ticket-services.ts';
import { TicketThread } from '../ticket-thread.ts';
import { createListDomain } from './list-domain.ts';
import { parseListQuery } from './list-query.ts';
import { LIST_ROW, type ListRowView, mapListRow } from './list-row.ts';

const BATCH = 500;

/** All tickets that the list shows on its pages, as a file, oldest first: a call for every 500 of them. */
export async function listTable(
  { reader, service, query: address, user }: CustomerRequest,
  { clock, labels, offer, slots }: Pick<TicketServices, 'clock' | 'labels' | 'offer' | 'slots'>,
): Promise<Reply> {
  const query = parseListQuery(address, offer);
  const domain = [...(await createListDomain(reader, query, user)), ...query.filter.domain(clock.now())];
  const fields = slots.in('csv');
  const specification = joinReads(LIST_ROW, [...slots.statusReads, ...fields.map(({ reads }) => reads)]);
  const tickets = reader.model(TicketThread).iterate(domain, { specification, batchSize: BATCH });
  // A refusal must come before the first byte.
  const first = await tickets.next();

  return table('tickets.csv', async function* (of: TableReader) {
    const heads: readonly Label[] = [...COLUMNS.map(([head]) => head), ...fields.map(({ label }) => label)];
    yield heads.map((head) => tableCell(labelShown(head), of));
    try {
      for (let next = first; !next.done; next = await tickets.next()) {
        const { value: row } = next;
        const labelOf = await labels.find({ service, lang: user.lang }, [row]);
        const view = mapListRow(row, user, labelOf);
        const own = COLUMNS.map(([, read]) => read(view));
        const extras = fields.map((field) => slots.valueOf(field, row));
        yield [...own, ...extras].map((cell) => tableCell(cell, of));
      }
    } finally {
      await tickets.return();
    }
  });
}

/** The tickets' own columns; those of other addons follow. */
const COLUMNS: readonly (readonly [head: Label, value: (ticket: ListRowView) => Shown | undefined])[] = [
  ['ticket.reference', ({ reference }) => reference],
  ['ticket.subject', ({ subject }) => subject],
  ['ticket.customer', ({ customer }) => customer],
  ['ticket.state', ({ state }) => state.words],
  ['ticket.priority', ({ priority }) => priority.words],
  ['ticket.opened', ({ openedAt }) => openedAt],
  ['ticket.updated', ({ updatedAt }) => updatedAt],
  ['list.lastMessageBy', ({ speaker }) => speaker?.name],
  ['ticket.deadline', ({ deadline }) => deadline],
  ['ticket.closed', ({ closedAt }) => closedAt],
];
