import type { PortalKey } from '../../../lib/text-key.ts';
import { createFormToken } from '../../../portal/form-token.ts';
import { page, type Reply } from '../../../portal/reply.ts';
import type { PortalServices, VisitorRequest } from '../../../portal/route.ts';
import { safeHtml } from '../../../portal/safe-html.ts';
import type { Shown } from '../../../portal/shown.ts';
import { CANCEL_REASONS } from '../visit.ts';
import { type Details, type OpenVisit, VISITS_PATH } from './open-visit.ts';
import { findChoices, type Visit } from './visit-view.ts';

const NOTICES = new Map<string, PortalKey>([
  ['booked', 'visit.notice.booked'],
  ['requested', 'visit.notice.requested'],
  ['accepted', 'visit.notice.accepted'],
  ['declined', 'visit.notice.declined'],
  ['moved', 'visit.notice.moved'],
  ['cancelled', 'visit.notice.cancelled'],
]);

/** An appointment, and what its customer may do with it. `said` is why Odoo did not do what they asked for. */
export function showVisit(
  request: VisitorRequest,
  open: OpenVisit,
  { clock, odooUrl }: Pick<PortalServices, 'clock' | 'odooUrl'>,
  said?: string,
): Reply {
  const { visit, details, path, isByLink } = open;
  const choices = findChoices(visit, clock.now());
  const data = {
    ...describeVisit(open),
    choices,
    notice: NOTICES.get(request.query.notice ?? ''),
    said,
    restored: request.restored,
    token: request.fields.form_token ?? createFormToken(),
    icsHref: visit.span && visit.status !== 'cancelled' ? `${path}/appointment.ics` : undefined,
    movePath: `${path}/move`,
    cancelPath: `${path}/cancel`,
    acceptPath: `${path}/accept`,
    declinePath: `${path}/decline`,
    hasDeclined: visit.answer === 'declined' && choices.isAhead,
    // Nobody needs to be told until when, where it is until the end.
    until: visit.cancelHours > 0 ? choices.until : undefined,
    contact: choices.isTooLate ? details.desk : undefined,
    description: textOf(details.description, odooUrl),
    report: visit.status === 'completed' ? textOf(details.report, odooUrl) : [],
    cancelled: visit.status === 'cancelled' ? mapCancelled(details) : undefined,
    bookHref: isByLink ? undefined : bookHref(visit),
  };
  const view = isByLink ? 'appointments/linked' : 'appointments/visit';
  return { ...page(view, data, said === undefined ? 200 : 422), timeZone: open.timeZone };
}

/** What stands over every page of it. */
export function describeVisit({ visit, details, path, isByLink }: OpenVisit) {
  const { ticket } = visit;
  return {
    visit,
    heading: findShownTitle(visit.title),
    path,
    listHref: VISITS_PATH,
    isByLink,
    ticket: ticket && { ...ticket, subject: details.subject, href: `/my/tickets/${ticket.id}` },
  };
}

export const findShownTitle = (title: string): Shown => title || { key: 'visit.untitled' };

function textOf(html: string, odooUrl: string) {
  return safeHtml(html, odooUrl).map(({ html: part }) => part);
}

function mapCancelled({ cancelReason: reason, cancelNote: note }: Details) {
  return {
    reason: isReason(reason) ? ({ key: REASON_LABELS[reason] } satisfies Shown) : undefined,
    note,
  };
}

export type Reason = keyof typeof CANCEL_REASONS;
export const isReason = (text: string): text is Reason => Object.hasOwn(CANCEL_REASONS, text);

/** In a customer's words. */
export const REASON_LABELS = {
  customer_request: 'visit.reason.customerRequest',
  customer_unavailable: 'visit.reason.customerUnavailable',
  technician_unavailable: 'visit.reason.technicianUnavailable',
  emergency: 'visit.reason.emergency',
  equipment_issue: 'visit.reason.equipmentIssue',
  weather: 'visit.reason.weather',
  rescheduled: 'visit.reason.rescheduled',
  duplicate: 'visit.reason.duplicate',
  other: 'visit.reason.other',
} as const satisfies Record<Reason, PortalKey>;

/** Another one in the place of one that was cancelled. */
function bookHref({ status, ticket }: Visit): string | undefined {
  if (status !== 'cancelled') return undefined;
  return ticket ? `/my/tickets/${ticket.id}/visit` : `${VISITS_PATH}/new`;
}
