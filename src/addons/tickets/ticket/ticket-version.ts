import { createHash } from 'node:crypto';
import { findLink, findText } from '../../../odoo/found-values.ts';
import { joinReads } from '../../../odoo/join-reads.ts';
import { notFound } from '../../../portal/errors.ts';
import type { Reply } from '../../../portal/reply.ts';
import type { CustomerRequest } from '../../../portal/route.ts';
import { Ticket } from '../models.ts';
import type { TicketSlots } from '../slots/create-ticket-slots.ts';
import type { TicketServices } from '../ticket-services.ts';
import { DETAILS, findTicketId } from './find-ticket.ts';
import { mapExtras } from './map-ticket-details.ts';

/** The same as on the page, so that what other addons read fits to both. */
const VERSION = {
  x_state: DETAILS.x_state,
  x_user_id: DETAILS.x_user_id,
  x_last_message_id: DETAILS.x_last_message_id,
} as const;

/** The light question of a page that is open: one call, and an answer of nothing while nothing is new. */
export async function ticketVersionPage(
  { reader, params }: CustomerRequest,
  { slots }: Pick<TicketServices, 'slots'>,
): Promise<Reply> {
  const id = findTicketId(params.id);
  if (id === undefined) throw notFound();
  const specification = joinReads(VERSION, [
    ...slots.statusReads,
    ...slots.in('details').map(({ reads }) => reads),
  ]);
  const { records } = await reader
    .model(Ticket)
    .webSearchRead([['id', '=', id]], { specification, limit: 1 });
  const [ticket] = records;
  if (!ticket) throw notFound();
  return { kind: 'version', version: ticketVersion(ticket, slots) };
}

interface Versioned {
  readonly id: number;
  readonly x_state: unknown;
  readonly x_user_id: unknown;
  readonly x_last_message_id: unknown;
}

/** Changes whenever a customer has something new to see, and only then: internal notes do not count. */
export function ticketVersion(ticket: Versioned, slots: TicketSlots): string {
  const parts = [findText(ticket.x_state), idOf(ticket.x_user_id), idOf(ticket.x_last_message_id)];
  const shown = JSON.stringify([parts, slots.statusOf(ticket), mapExtras(ticket, slots)]);
  return createHash('sha256').update(shown).digest('base64url').slice(0, 16);
}

/** However a many2one was asked for. */
function idOf(linked: unknown): number {
  return typeof linked === 'number' ? linked : (findLink(linked)?.id ?? 0);
}
