import { defineModel, field } from '../../../schema/index.ts';
import { Ticket } from '../../tickets/models.ts';
import { Appointment, AppointmentType } from '../models.ts';
import { CANCEL_REASONS } from '../visit.ts';

const EMPLOYEES = "[('share', '=', False)]";

/** An appointment that somebody of the desk is about to book, or to move, with the times that are free. */
export const Booking = defineModel('x_support.booking', {
  label: 'Support Booking',
  order: 'id desc',
  fields: {
    x_name: field.related('char', 'Name', 'x_customer_id.name'),
    x_appointment_id: field.many2one('Appointment', Appointment.name, {
      readonly: true,
      onDelete: 'cascade',
    }),
    x_ticket_id: field.many2one('Ticket', Ticket.name, { onDelete: 'cascade' }),
    x_customer_id: field.many2one('Customer', 'res.partner', { onDelete: 'cascade' }),
    x_type_id: field.many2one('Type', AppointmentType.name, { onDelete: 'cascade' }),
    x_technician_id: field.many2one('Technician', 'res.users', { domain: EMPLOYEES, onDelete: 'cascade' }),
    x_scheduled_date: field.datetime('Begins'),
    x_duration: field.float('Duration'),
    x_location: field.char('Address'),
    x_description: field.html('What It Is About'),
    x_from: field.date('Times From'),
    x_warning: field.char('Warning', { readonly: true }),
    x_outside_rules: field.boolean('Book It All the Same'),
    x_reason: field.char('Why', { help: 'Whoever is told reads it.' }),
    x_tell_customer: field.boolean('Tell the Customer', { default: true }),
    x_tell_technician: field.boolean('Tell the Technician', { default: true }),
    x_slot_ids: field.one2many('Free Times', 'x_support.booking.slot', 'x_booking_id'),
  },
});

/** One of the times that a booking is offered. */
export const BookingSlot = defineModel('x_support.booking.slot', {
  label: 'Support Booking Time',
  order: 'x_begins, id',
  fields: {
    x_name: field.char('Time', { readonly: true }),
    x_booking_id: field.many2one('Booking', Booking.name, {
      required: true,
      index: true,
      onDelete: 'cascade',
    }),
    x_begins: field.datetime('Begins', { readonly: true }),
    x_technician_id: field.many2one('Technician', 'res.users', { readonly: true, onDelete: 'cascade' }),
    x_others: field.char('Also Free', { readonly: true }),
    x_why: field.selection(
      'Why This One',
      { near: 'Little time on the way', even: 'Has least to do that day', only: 'Nobody else is free' },
      { readonly: true },
    ),
  },
});

/** An appointment that somebody of the desk is about to cancel. */
export const Cancellation = defineModel('x_support.cancellation', {
  label: 'Support Cancellation',
  order: 'id desc',
  fields: {
    x_name: field.related('char', 'Name', 'x_appointment_id.x_name'),
    x_appointment_id: field.many2one('Appointment', Appointment.name, {
      required: true,
      readonly: true,
      onDelete: 'cascade',
    }),
    x_reason: field.selection('Why Cancelled', CANCEL_REASONS),
    x_note: field.text('In Your Words', { help: 'Whoever is told reads it.' }),
    x_tell_customer: field.boolean('Tell the Customer', { default: true }),
    x_tell_technician: field.boolean('Tell the Technician', { default: true }),
    x_replace: field.boolean('Find Another Time', {
      help: 'A new draft for the same ticket takes its place, and its times are shown at once.',
    }),
  },
});
