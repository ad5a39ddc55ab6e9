import { findLink, findMoment } from '../../../odoo/found-values.ts';
import { personName } from '../../../portal/person-name.ts';
import { labelShown } from '../../../portal/shown.ts';
import type { LabelOf } from '../selection-labels.ts';
import type { AskedByPanels, TicketSlots } from '../slots/create-ticket-slots.ts';
import type { AnyRow } from '../slots/ticket-field.ts';
import type { PanelPlace, PanelReader } from '../slots/ticket-panel.ts';
import { mapTicketRow } from '../ticket-view.ts';
import type { TicketDetails } from './find-ticket.ts';

/** What the page of a ticket says of it beside its conversation. */
export function mapTicketDetails(ticket: TicketDetails, labelOf: LabelOf, slots: TicketSlots) {
  const assignee = findLink(ticket.x_user_id);
  return {
    ...mapTicketRow(ticket, labelOf),
    customer: findLink(ticket.x_partner_id)?.name,
    assignee: assignee && personName(assignee.name),
    closedAt: findMoment(ticket.x_closed_at),
    extras: mapExtras(ticket, slots),
  };
}

/** What other addons tell of it, as far as there is something to tell. */
export function mapExtras(ticket: AnyRow, slots: TicketSlots) {
  return slots.in('details').flatMap((field) => {
    const value = slots.valueOf(field, ticket);
    return value === undefined ? [] : [{ label: labelShown(field.label), value }];
  });
}

/** The panels of other addons, place by place. */
export function mapPanels(
  ticket: AnyRow,
  slots: Pick<TicketSlots, 'panels'>,
  reader: PanelReader,
  asked?: AskedByPanels,
) {
  const at = (place: PanelPlace) => slots.panels(place, ticket, reader, asked);
  return {
    banner: at('banner'),
    aside: at('aside'),
    afterConversation: at('afterConversation'),
    actions: at('actions'),
    afterForm: at('afterForm'),
  };
}
