import type { CustomerRequest } from '../../portal/route.ts';
import type { Addon } from '../addon.ts';
import { ticketsConfig } from './config.ts';
import { tickets as declaration } from './declaration.ts';
import { seedPeople } from './demo.ts';
import { OPEN_TICKETS } from './list/list-filters.ts';
import type { ListGroup } from './list/list-groups.ts';
import type { FormChoice } from './new-ticket/form-choices.ts';
import { createTicketRoutes } from './routes.ts';
import { TicketThread } from './ticket-thread.ts';

/** Tickets, with what the addons that build on them bring: ways to gather the list, and choices on a new ticket's form. */
export function createTickets(groups: readonly ListGroup[], choices: readonly FormChoice[]): Addon {
  return {
    declaration,
    config: ticketsConfig,
    portal: {
      paths: ['/my/tickets'],
      navigation: [{ href: '/my/tickets', label: 'tickets.title' }],
      home: [
        { href: '/my/tickets?filterby=open', label: 'tickets.title', text: 'tickets.home', count: countOpen },
      ],
      routes: createTicketRoutes(groups, choices),
    },
    demo: seedPeople,
  };
}

const countOpen = ({ odoo }: CustomerRequest): Promise<number> =>
  odoo.model(TicketThread).searchCount(OPEN_TICKETS);
