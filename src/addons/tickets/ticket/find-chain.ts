import { z } from 'zod';
import { findLink, findRows, findText } from '../../../odoo/found-values.ts';
import type { Reads } from '../../../odoo/model-api.ts';
import { Ticket } from '../models.ts';
import { ticketPath } from '../ticket-view.ts';
import type { TicketDetails } from './find-ticket.ts';

interface OtherTicket {
  readonly href: string;
  readonly reference: string;
  readonly subject: string;
}

/** Where a ticket comes from, and where it went on after it was closed for good. */
export interface Chain {
  readonly follows: OtherTicket | undefined;
  readonly goesOn: OtherTicket | undefined;
}

/** The latest of the tickets that follow one. */
export const newestOf = (ids: unknown): number | undefined =>
  findRows(ids, z.int().positive()).toSorted((a, b) => b - a)[0];

/** One call, for a ticket that has one before or behind it only; what its reader may not see is left out. */
export async function findChain(
  reader: Reads,
  { x_follows_id, x_follow_up_ids }: TicketDetails,
): Promise<Chain | undefined> {
  const before = findLink(x_follows_id)?.id;
  const after = newestOf(x_follow_up_ids);
  const ids = [before, after].filter((id) => id !== undefined);
  if (ids.length === 0) return undefined;
  const rows = await reader
    .model(Ticket)
    .searchRead([['id', 'in', ids]], { fields: ['x_ticket_ref', 'x_name'] });
  const find = (wanted: number | undefined): OtherTicket | undefined => {
    const row = rows.find(({ id }) => id === wanted);
    if (!row) return undefined;
    const reference = findText(row.x_ticket_ref) || `#${row.id}`;
    return { href: ticketPath(row.id), reference, subject: findText(row.x_name) };
  };
  return { follows: find(before), goesOn: find(after) };
}
