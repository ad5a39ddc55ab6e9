import { redirect } from '../../portal/reply.ts';
import type { PortalRoute, PortalRoutes } from '../../portal/route.ts';
import { createTicketHandler } from './create-ticket.ts';
import { createFileHandler } from './file-download.ts';
import { createListHandler } from './list-page.ts';
import { createTableHandler } from './list-table.ts';
import { newTicketPage } from './new-ticket-page.ts';
import { createRatingHandler } from './rate-ticket.ts';
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
  ...['reply', 'close', 'reopen', 'rate'].map((form) => backToTicket(form)),
  replyRoute('reply', createReplyHandler(services, { notice: 'replied' })),
  replyRoute('close', createReplyHandler(services, { notice: 'closed', state: 'done' })),
  replyRoute('reopen', createReplyHandler(services, { notice: 'reopened', state: 'in_progress' })),
  {
    method: 'post',
    path: '/my/tickets/:id/rate',
    typed: { feedback: 'ticket.feedback' },
    handle: createRatingHandler(services),
  },
];

/** The target of a form, typed as an address or reloaded. */
function backToTicket(form: string): PortalRoute {
  return {
    method: 'get',
    path: `/my/tickets/:id/${form}`,
    handle: async ({ params }) => redirect(`/my/tickets/${encodeURIComponent(params.id ?? '')}`),
  };
}

function replyRoute(form: string, handle: PortalRoute['handle']): PortalRoute {
  const typed = { body: 'ticket.reply' };
  return { method: 'post', path: `/my/tickets/:id/${form}`, takesFiles: true, typed, handle };
}
