import type { PortalServices } from '../../portal/route.ts';
import type { FormChoice } from './form-choices.ts';
import type { ListGroup } from './list-groups.ts';

/** What the pages of tickets are built with. */
export interface TicketServices extends PortalServices {
  readonly listGroups: readonly ListGroup[];
  readonly formChoices: readonly FormChoice[];
}
