import type { z } from 'zod';
import { createAsk } from '../../../actions/asked-action.ts';
import { findTimeZone } from '../../../odoo/session.ts';
import { linkGone } from '../../../portal/errors.ts';
import type { VisitorRequest } from '../../../portal/route.ts';
import { findTicketId as findId } from '../../tickets/ticket/find-ticket.ts';
import { lookAction } from '../actions.ts';
import type { Opener } from './open-visit.ts';
import { badgeOf, findWebAddress, placeOf, type Visit } from './visit-view.ts';

const TOKEN = /^([1-9]\d{9,10})-([0-9a-f]{40})$/;

type Looked = Extract<z.infer<typeof lookAction.answer>, { readonly is_ours: true }>;

/**
 * For who comes by a link in a mail: Odoo, which signed it, says whose it is. It ends when it expires, when somebody revokes it,
 * when the appointment gets another customer, and when that customer's access is taken away.
 */
export function createLinkOpener(): Opener<VisitorRequest> {
  const look = createAsk(lookAction);

  return async ({ params, service }) => {
    const id = findId(params.id);
    const [token, expires = '', mac = ''] = TOKEN.exec(params.token ?? '') ?? [];
    if (id === undefined || token === undefined) throw linkGone();
    const found = await look(service, { appointment: id, expires: Number(expires), mac });
    if (!found.is_ours) throw linkGone();
    return {
      visit: mapLooked(id, found),
      details: {
        subject: undefined,
        description: found.description,
        report: found.report,
        cancelReason: found.cancel_reason,
        cancelNote: found.cancel_note,
        desk: found.desk,
      },
      path: `/supportdesk/visit/${id}/${token}`,
      partnerId: found.customer.partner,
      lang: found.customer.lang || undefined,
      timeZone: findTimeZone(found.customer.tz),
      isByLink: true,
    };
  };
}

function mapLooked(id: number, found: Looked): Visit {
  const { begin, end, ticket } = found;
  const span = begin === 0 ? undefined : { begin: new Date(begin * 1000), end: new Date(end * 1000) };
  return {
    id,
    reference: found.reference || `#${id}`,
    typeId: found.type.id,
    title: found.type.name,
    status: found.status,
    badge: badgeOf(found.status, span !== undefined),
    span,
    technician: found.technician === '' ? undefined : { id: 0, name: found.technician },
    // Whose it is they know, and whoever they hand the link to need not.
    customer: '',
    place: placeOf(found.place),
    location: found.location,
    onlineUrl: findWebAddress(found.online_url) ?? '',
    ticket: ticket.id === 0 ? undefined : { id: ticket.id, reference: ticket.reference || `#${ticket.id}` },
    answer: found.answer,
    isOwnWish: found.via === 'portal',
    cancelHours: found.cancel_hours,
    zone: findTimeZone(found.customer.tz),
  };
}
