import { findText } from '../../../odoo/found-values.ts';
import { findTimeZone } from '../../../odoo/session.ts';
import { notFound } from '../../../portal/errors.ts';
import type { CustomerRequest, VisitorRequest } from '../../../portal/route.ts';
import { findTicketId as findId } from '../../tickets/ticket/find-ticket.ts';
import { findTicketSubject, findVisit, type VisitDetails } from './find-visit.ts';
import { mapVisit, type Visit } from './visit-view.ts';

/** An appointment whose reader has proved that it is theirs to see, by a login or by a link. */
export interface OpenVisit {
  readonly visit: Visit;
  readonly details: Details;
  /** Where its pages are. */
  readonly path: string;
  /** Who says or changes something. */
  readonly partnerId: number;
  readonly lang: string | undefined;
  readonly timeZone: string | undefined;
  readonly isByLink: boolean;
}

/** What only its own page says of it. */
export interface Details {
  /** Of its ticket, where that is theirs to see. */
  readonly subject: string | undefined;
  /** HTML as somebody wrote it. */
  readonly description: string;
  readonly report: string;
  readonly cancelReason: string;
  readonly cancelNote: string;
  /** Whom to call where it is too late for a click. */
  readonly desk: { readonly phone: string; readonly email: string };
}

/** @throws a 404, or a 410 for a link that opens nothing any more */
export type Opener<R extends VisitorRequest> = (request: R) => Promise<OpenVisit>;

export const VISITS_PATH = '/my/appointments';

export const visitPath = (id: number): string => `${VISITS_PATH}/${id}`;

/** For who has logged in: one call, in which their record rules decide. */
export async function openOwnVisit({ params, reader, user }: CustomerRequest): Promise<OpenVisit> {
  const id = findId(params.id);
  if (id === undefined) throw notFound();
  const [row, subject] = await Promise.all([findVisit(reader, id), findTicketSubject(reader, id)]);
  if (!row) throw notFound();
  const visit = mapVisit(row);
  return {
    visit,
    details: mapDetails(row, subject),
    path: visitPath(id),
    partnerId: user.partnerId,
    lang: user.lang,
    timeZone: findTimeZone(user.timeZone) ?? visit.zone,
    isByLink: false,
  };
}

function mapDetails(row: VisitDetails, subject: string | undefined): Details {
  const company = row.x_technician_id ? row.x_technician_id.company_id : undefined;
  return {
    subject,
    description: findText(row.x_description),
    report: findText(row.x_report),
    cancelReason: findText(row.x_cancel_reason),
    cancelNote: findText(row.x_cancel_note),
    desk: { phone: findText(company?.phone), email: findText(company?.email) },
  };
}
