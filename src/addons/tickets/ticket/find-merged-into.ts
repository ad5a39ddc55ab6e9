import { findLink, findText } from '../../../odoo/found-values.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { Ticket } from '../models.ts';
import { ticketPath } from '../ticket-view.ts';
import type { TicketDetails } from './find-ticket.ts';

/** What is said of a ticket whose conversation has moved to another one. */
export interface Merged {
  /** Undefined where the reader may not see it. */
  readonly into: { readonly href: string; readonly reference: string; readonly subject: string } | undefined;
}

/** One call, for a merged ticket only: its reader's own session says whether the other one is theirs to see. */
export async function findMergedInto(
  odoo: Odoo,
  { x_merged_into_id }: TicketDetails,
): Promise<Merged | undefined> {
  const id = findLink(x_merged_into_id)?.id;
  if (id === undefined) return undefined;
  const [row] = await odoo
    .model(Ticket)
    .searchRead([['id', '=', id]], { fields: ['x_ticket_ref', 'x_name'], limit: 1 });
  if (!row) return { into: undefined };
  const reference = findText(row.x_ticket_ref) || `#${id}`;
  return { into: { href: ticketPath(id), reference, subject: findText(row.x_name) } };
}
