import { findLink, findText } from '../../../odoo/found-values.ts';
import { notFound } from '../../../portal/errors.ts';
import type { Reply } from '../../../portal/reply.ts';
import type { CustomerRequest } from '../../../portal/route.ts';
import { Ticket } from '../models.ts';
import { findTicketId } from './find-ticket.ts';

const VERSION = { x_state: {}, x_user_id: {}, x_last_message_id: {} } as const;

/** The light question of a page that is open: one call, and an answer of nothing while nothing is new. */
export async function ticketVersionPage({ odoo, params }: CustomerRequest): Promise<Reply> {
  const id = findTicketId(params.id);
  if (id === undefined) throw notFound();
  const { records } = await odoo
    .model(Ticket)
    .webSearchRead([['id', '=', id]], { specification: VERSION, limit: 1 });
  const [ticket] = records;
  if (!ticket) throw notFound();
  return { kind: 'version', version: ticketVersion(ticket) };
}

/** Changes whenever a customer has something new to see, and only then: internal notes do not count. */
export function ticketVersion(ticket: {
  readonly x_state: unknown;
  readonly x_user_id: unknown;
  readonly x_last_message_id: unknown;
}): string {
  const parts = [findText(ticket.x_state), idOf(ticket.x_user_id), idOf(ticket.x_last_message_id)];
  return parts.join('-');
}

/** However a many2one was asked for. */
function idOf(linked: unknown): number {
  return typeof linked === 'number' ? linked : (findLink(linked)?.id ?? 0);
}
