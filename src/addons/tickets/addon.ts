import type { CustomerRequest } from '../../portal/route.ts';
import type { Addon } from '../addon.ts';
import { ticketsConfig } from './config.ts';
import { tickets as declaration } from './declaration.ts';
import { seedPeople } from './demo.ts';
import { OPEN_TICKETS } from './list/list-filters.ts';
import { checkRequired } from './new-ticket/check-required.ts';
import { ticketRoutes } from './routes.ts';
import { TicketThread } from './ticket-thread.ts';

export const tickets: Addon = {
  declaration,
  config: ticketsConfig,
  portal: {
    paths: ['/my/tickets'],
    navigation: [{ href: '/my/tickets', label: 'tickets.title' }],
    home: [
      { href: '/my/tickets?filterby=open', label: 'tickets.title', text: 'tickets.home', count: countOpen },
    ],
    routes: ticketRoutes,
  },
  checks: (services) => [checkRequired(services)],
  demo: seedPeople,
};

function countOpen({ reader }: CustomerRequest): Promise<number> {
  return reader.model(TicketThread).searchCount(OPEN_TICKETS);
}
