import type {
  CustomerRequest,
  PortalRoute,
  PortalServices,
  VisitorRequest,
  VisitorRoute,
} from '../../../portal/route.ts';
import type { Asks } from './asks.ts';
import { createBookingHandlers } from './book-visit.ts';
import { createVisitHandlers } from './change-visit.ts';
import { createIcsHandler } from './ics-file.ts';
import { listPage } from './list-page.ts';
import { type Opener, openOwnVisit, VISITS_PATH } from './open-visit.ts';

const TYPED = { description: 'visit.description', location: 'visit.location' } as const;
const NOTE = { note: 'visit.note' } as const;

/** The customers' pages. The target of a form, typed as an address or reloaded, is a page as well. */
export function createVisitRoutes(services: PortalServices, asks: Asks): readonly PortalRoute[] {
  const visit = createVisitHandlers<CustomerRequest>(services, asks, openOwnVisit);
  const booking = createBookingHandlers(services, asks);
  const own = `${VISITS_PATH}/:id`;
  return [
    { method: 'get', path: VISITS_PATH, handle: (request) => listPage(request, services) },
    ...[`${VISITS_PATH}/new`, '/my/tickets/:id/visit'].flatMap((path): readonly PortalRoute[] => [
      { method: 'get', path, handle: booking.show },
      { method: 'post', path, typed: TYPED, handle: booking.take },
    ]),
    { method: 'get', path: own, handle: visit.show },
    { method: 'get', path: `${own}/move`, handle: visit.showMove },
    { method: 'post', path: `${own}/move`, handle: visit.takeMove },
    { method: 'get', path: `${own}/cancel`, handle: visit.showCancel },
    { method: 'post', path: `${own}/cancel`, typed: NOTE, handle: visit.takeCancel },
    { method: 'post', path: `${own}/accept`, handle: visit.accept },
    { method: 'post', path: `${own}/decline`, handle: visit.decline },
    { method: 'get', path: `${own}/accept`, handle: visit.show },
    { method: 'get', path: `${own}/decline`, handle: visit.showDecline },
    { method: 'get', path: `${own}/appointment.ics`, handle: createIcsHandler(asks, openOwnVisit) },
  ];
}

/**
 * The same for whoever comes by a link in a mail: nobody logs in, and to open one changes nothing. A mail may lead to the page
 * for an answer itself, where a click gives it.
 */
export function createLinkedVisitRoutes(
  services: PortalServices,
  asks: Asks,
  openVisit: Opener<VisitorRequest>,
): readonly VisitorRoute[] {
  const visit = createVisitHandlers<VisitorRequest>(services, asks, openVisit);
  const path = '/supportdesk/visit/:id/:token';
  return [
    { method: 'visit', path, handle: visit.show },
    { method: 'visit', path: `${path}/move`, handle: visit.showMove },
    { method: 'visitPost', path: `${path}/move`, handle: visit.takeMove },
    { method: 'visit', path: `${path}/cancel`, handle: visit.showCancel },
    { method: 'visitPost', path: `${path}/cancel`, typed: NOTE, handle: visit.takeCancel },
    { method: 'visit', path: `${path}/accept`, handle: visit.show },
    { method: 'visitPost', path: `${path}/accept`, handle: visit.accept },
    { method: 'visit', path: `${path}/decline`, handle: visit.showDecline },
    { method: 'visitPost', path: `${path}/decline`, handle: visit.decline },
    { method: 'visit', path: `${path}/appointment.ics`, handle: createIcsHandler(asks, openVisit) },
  ];
}
