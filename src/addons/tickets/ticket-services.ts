import type { PortalServices } from '../../portal/route.ts';
import type { ListOffer } from './list/list-offer.ts';
import type { SelectionLabels } from './selection-labels.ts';
import type { TicketSlots } from './slots/create-ticket-slots.ts';
import type { CleanBody } from './ticket/clean-body.ts';

/** What the pages of tickets are built with. */
export interface TicketServices extends PortalServices {
  readonly offer: ListOffer;
  readonly slots: TicketSlots;
  readonly labels: SelectionLabels;
  readonly cleanBody: CleanBody;
}
