import { findLink, findMoment } from '../../../odoo/found-values.ts';
import { personName } from '../../../portal/person-name.ts';
import type { LabelOf } from '../selection-labels.ts';
import { mapTicketRow } from '../ticket-view.ts';
import type { TicketDetails } from './find-ticket.ts';

/** What the page of a ticket says of it beside its conversation. */
export function mapTicketDetails(ticket: TicketDetails, labelOf: LabelOf) {
  const assignee = findLink(ticket.x_user_id);
  return {
    ...mapTicketRow(ticket, labelOf),
    customer: findLink(ticket.x_partner_id)?.name,
    assignee: assignee && personName(assignee.name),
    closedAt: findMoment(ticket.x_closed_at),
  };
}
