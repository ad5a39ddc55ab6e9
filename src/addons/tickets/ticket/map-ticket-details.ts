import { parseOdooDatetime } from '../../../odoo/values.ts';
import { personName } from '../../../portal/person-name.ts';
import { mapTicketRow } from '../ticket-view.ts';
import type { TicketDetails } from './find-ticket.ts';

/** What the page of a ticket says of it beside its conversation. */
export function mapTicketDetails(ticket: TicketDetails) {
  return {
    ...mapTicketRow(ticket),
    customer: ticket.x_partner_id ? ticket.x_partner_id.display_name : undefined,
    assignee: ticket.x_user_id ? personName(ticket.x_user_id.display_name) : undefined,
    closedAt: parseOdooDatetime(ticket.x_closed_at),
  };
}
