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

/** A ticket may have been merged into one that was merged in turn; nobody goes further than this. */
const MOST_STEPS = 10;

/**
 * Where a merged ticket goes on, be it through others. A call for each of them, for a merged ticket only: what its
 * reader may see says whether the last one is theirs to see.
 */
export async function findMergedInto(
  reader: Reads,
  { x_merged_into_id }: TicketDetails,
): Promise<Merged | undefined> {
  let into = findLink(x_merged_into_id)?.id;
  if (into === undefined) return undefined;
  for (let step = 0; step < MOST_STEPS && into !== undefined; step += 1) {
    const row = await findSurvivor(reader, into);
    if (!row) break;
    if (row.next === undefined) return { into: row };
    into = row.next;
  }
  return { into: undefined };
}

async function findSurvivor(reader: Reads, id: number) {
  const [row] = await reader
    .model(Ticket)
    .searchRead([['id', '=', id]], { fields: ['x_ticket_ref', 'x_name', 'x_merged_into_id'], limit: 1 });
  if (!row) return undefined;
  const reference = findText(row.x_ticket_ref) || `#${id}`;
  const subject = findText(row.x_name);
  return { href: ticketPath(id), reference, subject, next: findLink(row.x_merged_into_id)?.id };
}
