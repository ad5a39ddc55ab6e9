import type { Addon } from '../addon.ts';
import { tickets as declaration } from './declaration.ts';
import type { ListGroup } from './list-groups.ts';
import { createTicketRoutes } from './routes.ts';

/** Tickets, and the ways to gather their list that the addons which build on them bring. */
export function createTickets(groups: readonly ListGroup[]): Addon {
  return { declaration, routes: createTicketRoutes(groups) };
}
