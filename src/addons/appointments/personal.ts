import { definePersonal } from '../../schema/index.ts';
import { Appointment, AppointmentEvent, AppointmentFeed, AppointmentLink } from './models.ts';
import { Booking, BookingSlot, Cancellation } from './office/wizard-models.ts';

/** When a visit was, of what kind and how it ended stays for the figures. */
export const personal = [
  definePersonal(Appointment, {
    of: ['x_customer_id', 'x_ticket_id'],
    end: 'clear',
    why: 'figures',
    blocks: [['x_status', 'in', ['draft', 'confirmed', 'in_progress']]],
    clears: ['x_location', 'x_online_url', 'x_description', 'x_report', 'x_cancel_note'],
    keeps: ['x_reference', 'x_ticket_state'],
    shows: [
      'x_reference',
      'x_type_id',
      'x_scheduled_date',
      'x_duration',
      'x_status',
      'x_place',
      'x_location',
      'x_online_url',
      'x_description',
      'x_report',
      'x_ticket_id',
      'x_cancel_reason',
      'x_cancel_note',
    ],
  }),
  definePersonal(AppointmentEvent, { of: ['x_appointment_id'], end: 'delete' }),
  definePersonal(AppointmentLink, { of: ['x_appointment_id'], end: 'delete', hides: ['x_secret'] }),
  definePersonal(AppointmentFeed, { of: ['x_partner_id'], end: 'delete', hides: ['x_secret'] }),
  definePersonal(Booking, {
    of: ['x_appointment_id', 'x_ticket_id', 'x_customer_id'],
    end: 'delete',
  }),
  definePersonal(BookingSlot, { of: ['x_booking_id'], end: 'delete' }),
  definePersonal(Cancellation, { of: ['x_appointment_id'], end: 'delete' }),
];
