import { joinReads } from '../../../odoo/join-reads.ts';
import type { Reads } from '../../../odoo/model-api.ts';
import type { Specification, WebRow } from '../../../odoo/specification.ts';
import { Ticket } from '../models.ts';
import { ROW } from '../ticket-view.ts';
import { FILES } from './message-files.ts';

/** What the page of a ticket reads of it. */
export const DETAILS = {
  ...ROW,
  x_description: {},
  x_file_ids: FILES,
  x_user_id: { fields: { display_name: {} } },
  x_started_at: {},
  x_waiting_at: {},
  x_closed_at: {},
  x_life: {},
  x_rating: {},
  x_merged_into_id: { fields: { display_name: {} } },
  x_follows_id: { fields: { display_name: {} } },
  x_follow_up_ids: {},
  x_reopen_until: {},
  x_last_message_id: {},
} as const satisfies Specification<typeof Ticket>;

export type TicketDetails = WebRow<typeof Ticket, typeof DETAILS>;

/**
 * One ticket, if its reader may see it. A search, not a read: Odoo answers the same, in the same time, for a
 * stranger's ticket and for none at all. `reads` is what other addons show of it.
 */
export async function findTicket(
  reader: Reads,
  id: number,
  reads: readonly object[] = [],
): Promise<TicketDetails | undefined> {
  const { records } = await reader
    .model(Ticket)
    .webSearchRead([['id', '=', id]], { specification: joinReads(DETAILS, reads), limit: 1 });
  return records[0];
}

const LARGEST_ID = 2 ** 31 - 1;

/** An id from an address; PostgreSQL knows no larger ones. */
export function findTicketId(text: string | undefined): number | undefined {
  const id = text !== undefined && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
  return id !== undefined && id <= LARGEST_ID ? id : undefined;
}
