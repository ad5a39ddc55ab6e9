import { findLink, findText } from '../../../odoo/found-values.ts';
import type { Reads } from '../../../odoo/model-api.ts';
import { Ticket } from '../models.ts';
import { ticketPath } from '../ticket-view.ts';
import type { TicketDetails } from './find-ticket.ts';

/** What is said of a ticket whose conversation has moved to another one. */
export interface Merged {
  /** Undefined where the reader may not see it. */
  readonly into: { readonly href: string; readonly reference: string; readonly subject: string } | undefined;
}

/** One call, for a merged ticket only: what its reader may see says whether the other one is theirs to see. */
export async function findMergedInto(
  reader: Reads,
  { x_merged_into_id }: TicketDetails,
): Promise<Merged | undefined> {
  const id = findLink(x_merged_into_id)?.id;
  if (id === undefined) return undefined;
  const [row] = await reader
    .model(Ticket)
    .searchRead([['id', '=', id]], { fields: ['x_ticket_ref', 'x_name'], limit: 1 });
  if (!row) return { into: undefined };
  const reference = findText(row.x_ticket_ref) || `#${id}`;
  return { into: { href: ticketPath(id), reference, subject: findText(row.x_name) } };
}
