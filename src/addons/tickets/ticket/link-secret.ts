import { getLoadedId } from '../../../odoo/loaded-ids.ts';
import type { Odoo, Reads } from '../../../odoo/model-api.ts';
import { TicketLink } from '../link-model.ts';

/** The secret that a ticket’s links must name; false where none is in force. */
export async function readSecret(reads: Reads, ticketId: number): Promise<string | false> {
  const [link] = await reads
    .model(TicketLink)
    .searchRead([['x_ticket_id', '=', ticketId]], { fields: ['x_secret'] });
  return link?.x_secret ?? false;
}

export async function isSecret(service: Odoo, ticketId: number, secret: string): Promise<boolean> {
  const held = await service.model(TicketLink).searchCount([
    ['x_ticket_id', '=', ticketId],
    ['x_secret', '=', secret],
  ]);
  return held > 0;
}

/** One for each ticket, by its external id: two that are asked for at once do not become two. */
export async function writeSecret(service: Odoo, ticketId: number, secret: string | false): Promise<void> {
  const loaded = await service
    .model(TicketLink)
    .load(
      ['id', 'x_ticket_id/.id', 'x_secret'],
      [[`__supportdesk_portal__.link_${ticketId}`, String(ticketId), secret || '']],
    );
  getLoadedId(loaded, {
    what: 'the link',
    help: 'Look at what was added to x_support.ticket_link by hand: required fields, constraints, automations.',
  });
}
