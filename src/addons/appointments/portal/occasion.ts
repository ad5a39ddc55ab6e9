import { findMoment } from '../../../odoo/found-values.ts';
import type { Specification, WebRow } from '../../../odoo/specification.ts';
import { toOdooDatetime } from '../../../odoo/values.ts';
import { notFound } from '../../../portal/errors.ts';
import type { CustomerRequest } from '../../../portal/route.ts';
import { isDone } from '../../tickets/life.ts';
import { findTicketId } from '../../tickets/ticket/find-ticket.ts';
import { ticketPath } from '../../tickets/ticket-view.ts';
import { VISIT_LIMITS } from '../limits.ts';
import { Appointment, AppointmentTicket, AppointmentType } from '../models.ts';
import { VISITS_PATH, visitPath } from './open-visit.ts';

const TYPE = {
  x_name: {},
  x_description: {},
  x_duration: {},
  x_place: {},
  x_needs_confirmation: {},
} as const satisfies Specification<typeof AppointmentType>;
export type TypeRow = WebRow<typeof AppointmentType, typeof TYPE>;

/** What a visit is booked for: a ticket of theirs, or nothing that there is yet. */
export interface Occasion {
  readonly path: string;
  /** Where one came from. */
  readonly back: string;
  /** The ticket is done: there is nothing left to come for. */
  readonly isOver: boolean;
  readonly ticket: { readonly id: number; readonly reference: string; readonly subject: string } | undefined;
  /** All that customers can book. */
  readonly types: readonly TypeRow[];
  /** What is agreed already: nobody shall book twice without knowing. */
  readonly coming: readonly { readonly href: string; readonly begin: Date; readonly end: Date }[];
}

const COMING = 5;

/** In one call, in which their record rules decide: it proves who they are, too. @throws a 404 for a ticket that is not theirs */
export async function findOccasion({ params, reader, user }: CustomerRequest, now: Date): Promise<Occasion> {
  const isOfTicket = params.id !== undefined;
  const id = findTicketId(params.id);
  if (isOfTicket && id === undefined) throw notFound();
  const [tickets, coming, types] = await Promise.all([
    id === undefined
      ? undefined
      : reader.model(AppointmentTicket).webSearchRead([['id', '=', id]], {
          specification: { x_name: {}, x_ticket_ref: {}, x_state: {} },
          limit: 1,
        }),
    reader
      .model(Appointment)
      .webSearchRead(
        [
          ['x_status', 'in', ['draft', 'confirmed']],
          ['x_scheduled_date', '>', toOdooDatetime(now)],
          id === undefined ? ['x_customer_id', '=', user.partnerId] : ['x_ticket_id', '=', id],
        ],
        {
          specification: { x_scheduled_date: {}, x_end_datetime: {} },
          order: 'x_scheduled_date',
          limit: COMING,
        },
      ),
    reader
      .model(AppointmentType)
      .webSearchRead([['x_is_public', '=', true]], { specification: TYPE, limit: VISIT_LIMITS.types }),
  ]);
  const ticket = tickets?.records[0];
  if (isOfTicket && !ticket) throw notFound();
  return {
    path: ticket ? `${ticketPath(ticket.id)}/visit` : `${VISITS_PATH}/new`,
    back: ticket ? ticketPath(ticket.id) : VISITS_PATH,
    isOver: ticket !== undefined && isDone(ticket.x_state),
    ticket: ticket && {
      id: ticket.id,
      reference: ticket.x_ticket_ref || `#${ticket.id}`,
      subject: ticket.x_name || '',
    },
    types: types.records,
    coming: coming.records.flatMap((row) => {
      const begin = findMoment(row.x_scheduled_date);
      return begin ? [{ href: visitPath(row.id), begin, end: findMoment(row.x_end_datetime) ?? begin }] : [];
    }),
  };
}
