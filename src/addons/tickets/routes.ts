import { redirect } from '../../portal/reply.ts';
import type { PortalRoute, PortalRoutes, VisitorRoute } from '../../portal/route.ts';
import type { Label } from '../../portal/shown.ts';
import { DONE_STATE, WORKING_STATE } from './life.ts';
import { createListOffer } from './list/list-offer.ts';
import { listPage } from './list/list-page.ts';
import { LIST_ROW } from './list/list-row.ts';
import { listTable } from './list/list-table.ts';
import { createTicketHandler } from './new-ticket/create-ticket.ts';
import { newTicketPage } from './new-ticket/new-ticket-page.ts';
import { similarTickets } from './new-ticket/similar-tickets.ts';
import { createSelectionLabels } from './selection-labels.ts';
import { createTicketSlots } from './slots/create-ticket-slots.ts';
import { createBodyCleaner } from './ticket/clean-body.ts';
import { DETAILS } from './ticket/find-ticket.ts';
import { createLinkedTicketHandlers } from './ticket/linked-ticket.ts';
import { getTicketFile } from './ticket/message-file.ts';
import { createPeopleHandlers } from './ticket/people-page.ts';
import { createRatingHandler } from './ticket/rate-ticket.ts';
import { createReplyHandler } from './ticket/reply-form.ts';
import { ticketPage } from './ticket/ticket-page.ts';
import { ticketVersionPage } from './ticket/ticket-version.ts';
import type { TicketServices } from './ticket-services.ts';

/** The customers' pages. The targets of forms lead back to their page when an address is typed or reloaded. */
export const ticketRoutes: PortalRoutes = (services) => {
  const slots = createTicketSlots({ ...services, ownReads: [LIST_ROW, DETAILS] });
  return routes({
    ...services,
    slots,
    offer: createListOffer(slots),
    labels: createSelectionLabels({ ...services, slots }),
    cleanBody: createBodyCleaner(services.odooUrl),
  });
};

const routes = (services: TicketServices): ReturnType<PortalRoutes> => [
  ...peopleRoutes(services),
  ...linkedRoutes(services),
  { method: 'get', path: '/my/tickets', handle: (request) => listPage(request, services) },
  { method: 'get', path: '/my/tickets/page/:page', handle: (request) => listPage(request, services) },
  { method: 'get', path: '/my/tickets/tickets.csv', handle: (request) => listTable(request, services) },
  { method: 'get', path: '/my/tickets/new', handle: (request) => newTicketPage(request, services) },
  { method: 'get', path: '/my/tickets/similar', handle: (request) => similarTickets(request, services) },
  { method: 'get', path: '/my/tickets/create', handle: async () => redirect('/my/tickets/new') },
  {
    method: 'post',
    path: '/my/tickets/create',
    takesFiles: true,
    typed: { subject: 'ticket.subject', description: 'ticket.description', ...typedLabels(services) },
    handle: createTicketHandler(services),
  },
  { method: 'get', path: '/my/tickets/:id', handle: (request) => ticketPage(request, services) },
  {
    method: 'get',
    path: '/my/tickets/:id/files/:file',
    handle: (request) => getTicketFile(request, services),
  },
  {
    method: 'get',
    path: '/my/tickets/:id/version',
    handle: (request) => ticketVersionPage(request, services),
  },
  ...['reply', 'close', 'reopen', 'rate'].map((form) => backToTicket(form)),
  replyRoute('reply', createReplyHandler(services, { notice: 'replied' })),
  replyRoute('close', createReplyHandler(services, { notice: 'closed', state: DONE_STATE })),
  replyRoute('reopen', createReplyHandler(services, { notice: 'reopened', state: WORKING_STATE })),
  {
    method: 'post',
    path: '/my/tickets/:id/rate',
    typed: { feedback: 'ticket.feedback' },
    handle: createRatingHandler(services),
  },
];

/** Of what people type themselves: a choice is made again in no time. */
function typedLabels({ slots }: TicketServices): Readonly<Record<string, Label>> {
  const typed = slots.in('form').filter(({ form }) => form && /text/i.test(form.kind));
  return Object.fromEntries(typed.map(({ key, label }) => [key, label]));
}

function peopleRoutes(services: TicketServices): readonly PortalRoute[] {
  const people = createPeopleHandlers(services);
  const path = '/my/tickets/:id/people';
  const typed = { email: 'people.email' } as const;
  return [
    { method: 'get', path, handle: people.show },
    { method: 'post', path: `${path}/add`, typed, handle: people.add },
    { method: 'post', path: `${path}/remove`, handle: people.remove },
    { method: 'post', path: `${path}/link`, handle: people.createLink },
    { method: 'post', path: `${path}/revoke`, handle: people.revokeLinks },
  ];
}

function linkedRoutes(services: TicketServices): readonly VisitorRoute[] {
  const linked = createLinkedTicketHandlers(services);
  const path = '/supportdesk/ticket/:id/:token';
  return [
    { method: 'visit', path, handle: (request) => linked.show(request) },
    {
      method: 'visitPost',
      path,
      typed: { body: 'ticket.reply' },
      takesFilesOf: linked.takesFilesOf,
      handle: linked.answer,
    },
    { method: 'visit', path: `${path}/files/:file`, handle: linked.sendFile },
  ];
}

/** The target of a form, typed as an address or reloaded. */
function backToTicket(form: string): PortalRoute {
  return {
    method: 'get',
    path: `/my/tickets/:id/${form}`,
    handle: async ({ params }) => redirect(`/my/tickets/${encodeURIComponent(params.id ?? '')}`),
  };
}

function replyRoute(form: string, handle: PortalRoute['handle']): PortalRoute {
  const typed = { body: 'ticket.reply' } as const;
  return { method: 'post', path: `/my/tickets/:id/${form}`, takesFiles: true, typed, handle };
}
