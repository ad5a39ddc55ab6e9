import type { ModelShape } from '../../odoo/model-shape.ts';
import { Ticket } from './models.ts';

/** A ticket with what Odoo's chatter adds to it. */
export const TicketThread = {
  name: Ticket.name,
  fields: { ...Ticket.fields, message_ids: { type: 'one2many', relation: 'mail.message' } },
} as const satisfies ModelShape;
