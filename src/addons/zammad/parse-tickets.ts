import type { ExternalNames } from './external-names.ts';
import { Ticket, TicketStamp } from './schema.ts';
import { phrase } from './texts.ts';
import type { Found } from './ticket-source.ts';

/** Rows as a source gave them; one that does not fit is refused and holds no other back. */
export function parseTickets(rows: readonly unknown[], names: ExternalNames): Found<Ticket> {
  const parsed = rows.map((row) => Ticket.safeParse(row));
  return {
    records: parsed.flatMap((result) => (result.success ? [result.data] : [])),
    refused: parsed.flatMap((result, index) => {
      if (result.success) return [];
      const stamp = TicketStamp.pick({ id: true }).safeParse(rows[index]).data;
      const [issue] = result.error.issues;
      const reason = phrase('zammad.unreadable', { detail: `${issue?.path.join('.')}: ${issue?.message}` });
      return stamp ? [{ externalId: names.ticket(stamp.id), reason }] : [];
    }),
  };
}
