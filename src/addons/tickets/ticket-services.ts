import type { PortalServices } from '../../portal/route.ts';
import type { ListOffer } from './list/list-query.ts';
import type { FormChoice } from './new-ticket/form-choices.ts';
import type { SelectionLabels } from './selection-labels.ts';
import type { CleanBody } from './ticket/clean-body.ts';

/** What the pages of tickets are built with. */
export interface TicketServices extends PortalServices {
  readonly offer: ListOffer;
  readonly formChoices: readonly FormChoice[];
  readonly labels: SelectionLabels;
  readonly cleanBody: CleanBody;
}
