import { redirect } from '../../portal/reply.ts';
import type { PortalRoutes } from '../../portal/route.ts';
import { createTicketHandler } from './create-ticket.ts';
import { createFileHandler } from './file-download.ts';
import { createListHandler } from './list-page.ts';
import { createTableHandler } from './list-table.ts';
import { newTicketPage } from './new-ticket-page.ts';
import { createReplyHandler } from './reply-form.ts';
import { ticketPage } from './ticket-page.ts';

/** The customers' pages. The targets of forms lead back to their page when an address is typed or reloaded. */
export const ticketRoutes: PortalRoutes = (services) => [
  { method: 'get', path: '/my/tickets', handle: createListHandler(services) },
  { method: 'get', path: '/my/tickets/page/:page', handle: createListHandler(services) },
  { method: 'get', path: '/my/tickets/tickets.csv', handle: createTableHandler(services) },
  { method: 'get', path: '/my/tickets/new', handle: (request) => newTicketPage(request) },
  { method: 'get', path: '/my/tickets/create', handle: async () => redirect('/my/tickets/new') },
  {
    method: 'post',
    path: '/my/tickets/create',
    takesFiles: true,
    typed: { subject: 'ticket.subject', description: 'ticket.description' },
    handle: createTicketHandler(services),
  },
  { method: 'get', path: '/my/tickets/:id', handle: (request) => ticketPage(request, services) },
  { method: 'get', path: '/my/tickets/:id/files/:file', handle: createFileHandler(services) },
  {
    method: 'get',
    path: '/my/tickets/:id/reply',
    handle: async ({ params }) => redirect(`/my/tickets/${encodeURIComponent(params.id ?? '')}`),
  },
  {
    method: 'post',
    path: '/my/tickets/:id/reply',
    takesFiles: true,
    typed: { body: 'ticket.reply' },
    handle: createReplyHandler(services),
  },
];
