import { toOdooDatetime } from '../../../odoo/values.ts';
import { isDone } from '../../tickets/life.ts';
import { ticketPanel } from '../../tickets/slots/ticket-panel.ts';
import { ticketPath } from '../../tickets/ticket-view.ts';
import { Appointment, AppointmentTicket, AppointmentType } from '../models.ts';
import { RESERVING } from '../visit.ts';
import { visitPath } from './open-visit.ts';
import { mapVisit, ROW } from './visit-view.ts';

/** “Book a visit” beside a ticket that is not done, where customers can book something. */
export const bookingPanel = ticketPanel(AppointmentTicket, {
  place: 'actions',
  template: 'appointments/book-link',
  reads: { x_state: {} },
  asks: (reads) => reads.model(AppointmentType).searchCount([['x_is_public', '=', true]]),
  view: ({ id, x_state }, { user }, bookable = 0) =>
    user && bookable > 0 && !isDone(x_state) ? { href: `${ticketPath(id)}/visit` } : undefined,
});

const MOST = 10;

/** What is agreed on it and still to come, and may be seen by who reads it. */
export const visitsPanel = ticketPanel(AppointmentTicket, {
  place: 'aside',
  template: 'appointments/of-ticket',
  reads: {},
  asks: (reads, ticketId) =>
    reads
      .model(Appointment)
      .webSearchRead(
        [
          ['x_ticket_id', '=', ticketId],
          ['x_status', 'in', [...RESERVING]],
          '|',
          ['x_scheduled_date', '=', false],
          ['x_end_datetime', '>', toOdooDatetime(new Date())],
        ],
        { specification: ROW, order: 'x_scheduled_date, id', limit: MOST },
      ),
  view: (_ticket, _reader, found) =>
    found && found.records.length > 0
      ? { visits: found.records.map((row) => ({ ...mapVisit(row), href: visitPath(row.id) })) }
      : undefined,
});
