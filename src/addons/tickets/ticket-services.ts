import type { PortalServices } from '../../portal/route.ts';
import type { ListGroup } from './list/list-groups.ts';
import type { FormChoice } from './new-ticket/form-choices.ts';

/** What the pages of tickets are built with. */
export interface TicketServices extends PortalServices {
  readonly listGroups: readonly ListGroup[];
  readonly formChoices: readonly FormChoice[];
}
