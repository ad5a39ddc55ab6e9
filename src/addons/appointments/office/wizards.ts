import {
  defineAccess,
  defineAutomation,
  defineServerAction,
  readCode,
  toExternalId,
} from '../../../schema/index.ts';
import { EVERY_TECHNICIAN } from '../../tickets/grant-access.ts';
import { Ticket } from '../../tickets/models.ts';
import { Appointment, AppointmentType } from '../models.ts';
import {
  CHOOSE_PYTHON,
  REASON,
  REFUSALS,
  RULES_PYTHON,
  SLOTS_PYTHON,
  UNTOLD,
  WORLD_PYTHON,
} from '../scripts.ts';
import { Booking, BookingSlot, Cancellation } from './wizard-models.ts';

const groups = [EVERY_TECHNICIAN];
/** Times that are looked at, of seven days; and how many of a day are offered. */
const LIMIT = '700';
const MOST = '6';
const SETTLED = ['appointments.office.moved', 'appointments.office.agreed'];

/** Core's own rules, and what is free by them. */
const rules = { world: WORLD_PYTHON, rules: RULES_PYTHON, choose: CHOOSE_PYTHON };
const judge = readCode(import.meta.url, 'judge');
const world = [WORLD_PYTHON, RULES_PYTHON, CHOOSE_PYTHON, SLOTS_PYTHON].join('\n\n\n');
const offer = readCode(import.meta.url, 'offer', {
  limit: LIMIT,
  most: MOST,
  slot: BookingSlot.name,
  rescheduling_form: toExternalId('rescheduling_form'),
  booking_form: toExternalId('booking_form'),
});
const find_untold = readCode(import.meta.url, 'untold');
const settle = readCode(import.meta.url, 'settle', {
  judge,
  find_untold,
  untold: UNTOLD,
  reason: REASON,
  appointment: Appointment.name,
});
const SHOWN = ['appointments.office.move', 'appointments.office.book', ...REFUSALS];

/** @param known Python that adds to `values` what is known already */
const startBooking = (
  id: string,
  label: string,
  model: string,
  known: string,
  menuOf: readonly 'form'[] = [],
) =>
  defineServerAction({
    id,
    label,
    model,
    groups,
    menuOf,
    says: SHOWN,
    code: readCode(import.meta.url, 'start-booking', {
      world,
      offer,
      type: AppointmentType.name,
      booking: Booking.name,
      known,
    }),
  });

const look = (id: string, label: string, days: number) =>
  defineServerAction({
    id,
    label,
    model: Booking.name,
    groups,
    says: SHOWN,
    code: readCode(import.meta.url, 'look', { world, offer, days: String(days) }),
  });

/** What the dialogs do in which appointments are booked, moved and cancelled. */
export const wizards = [
  startBooking('action_ticket_book', 'Book a Visit', Ticket.name, readCode(import.meta.url, 'of-ticket')),
  startBooking(
    'action_contact_book',
    'Book an Appointment',
    'res.partner',
    "values['x_customer_id'] = record.id",
    ['form'],
  ),
  startBooking('action_book', 'Book an Appointment', Appointment.name, ''),
  defineServerAction({
    id: 'action_appointment_reschedule',
    label: 'Reschedule',
    model: Appointment.name,
    groups,
    says: SHOWN,
    code: readCode(import.meta.url, 'start-rescheduling', { world, offer, booking: Booking.name }),
  }),
  look('action_booking_look', 'Look for Free Times', 0),
  look('action_booking_later', 'Look a Week Later', 7),
  look('action_booking_earlier', 'Look a Week Earlier', -7),
  defineServerAction({
    id: 'action_booking_book',
    label: 'Book at a Time of One’s Own',
    model: Booking.name,
    groups,
    says: [...SHOWN, ...SETTLED],
    code: readCode(import.meta.url, 'book', { world, offer, settle }),
  }),
  defineServerAction({
    id: 'action_booking_take',
    label: 'Take a Time That Is Offered',
    model: BookingSlot.name,
    groups,
    says: [...SHOWN, ...SETTLED],
    code: readCode(import.meta.url, 'take', { world, offer, settle }),
  }),
  defineServerAction({
    id: 'action_appointment_cancel',
    label: 'Cancel Appointment',
    model: Appointment.name,
    groups,
    says: ['appointments.office.cancel'],
    code: readCode(import.meta.url, 'start-cancelling', {
      cancellation: Cancellation.name,
      form: toExternalId('cancellation_form'),
    }),
  }),
  defineServerAction({
    id: 'action_cancellation_do',
    label: 'Cancel an Appointment',
    model: Cancellation.name,
    groups,
    says: SHOWN,
    code: readCode(import.meta.url, 'cancel', {
      world,
      offer,
      booking: Booking.name,
      find_untold,
      untold: UNTOLD,
      reason: REASON,
    }),
  }),
];

/** As soon as somebody fills in a time of their own, the dialog says what speaks against it. */
export const wizardAutomations = [
  defineAutomation({
    id: 'automation_booking_warn',
    label: 'Support bookings: say what speaks against a time before it is booked',
    model: Booking.name,
    trigger: 'on_change',
    fields: ['x_scheduled_date', 'x_technician_id', 'x_type_id', 'x_customer_id'],
    says: REFUSALS,
    code: readCode(import.meta.url, 'warn', { ...rules, judge }),
  }),
];

export const wizardAccess = [
  ...[
    { name: 'booking', model: Booking.name },
    { name: 'booking_slot', model: BookingSlot.name },
    { name: 'cancellation', model: Cancellation.name },
  ].map(({ name, model }) =>
    defineAccess({
      id: `access_${name}_technician`,
      model,
      group: EVERY_TECHNICIAN,
      rights: ['read', 'write', 'create', 'delete'],
    }),
  ),
];
