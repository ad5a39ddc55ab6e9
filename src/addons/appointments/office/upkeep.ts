import {
  defineAccess,
  defineModel,
  defineScheduledAction,
  defineServerAction,
  field,
  readCode,
  toExternalId,
} from '../../../schema/index.ts';
import { EVERY_TECHNICIAN } from '../../tickets/grant-access.ts';
import { Appointment } from '../models.ts';
import { ARCHIVE_PARAMETER, USUAL_ARCHIVE_DAYS } from './parameters.ts';
import { Booking, Cancellation } from './wizard-models.ts';

/** Weeks that are counted anew: whoever completes a visit late changes them. */
const WEEKS = '8';

/**
 * The appointments of a week, counted. What is stored may be added up, so that no chart lies; shares and averages are worked
 * out of it line by line.
 */
export const AppointmentWeek = defineModel('x_support.appointment.week', {
  label: 'Support Appointment Week',
  order: 'x_day desc',
  fields: {
    x_name: field.char('Week', { readonly: true }),
    x_day: field.date('Monday', { readonly: true, index: true }),
    x_begins: field.datetime('Begins', { readonly: true }),
    x_ends: field.datetime('Ends', { readonly: true }),
    x_agreed: field.integer('Agreed', { readonly: true, help: 'All that were not cancelled.' }),
    x_completed: field.integer('Completed', { readonly: true }),
    x_no_shows: field.integer('Nobody Was There', { readonly: true }),
    x_cancelled: field.integer('Cancelled', { readonly: true }),
    x_hours: field.float('Hours', { readonly: true, help: 'How long those that were agreed take together.' }),
    x_lead_hours: field.float('Hours in Advance', {
      readonly: true,
      help: 'From being made to their beginning, all together.',
    }),
    x_completion: field.computed('float', 'Completed (%)', {
      depends: ['x_agreed', 'x_completed'],
      compute: 'record.x_agreed and 100.0 * record.x_completed / record.x_agreed',
    }),
    x_lead_days: field.computed('float', 'Days in Advance', {
      depends: ['x_agreed', 'x_lead_hours'],
      compute: 'record.x_agreed and record.x_lead_hours / 24 / record.x_agreed',
      help: 'From being made to its beginning, on average.',
    }),
  },
});

export const upkeep = defineScheduledAction({
  id: 'cron_appointments',
  label: 'Support appointments: archive what is long cancelled, and count weeks',
  model: Appointment.name,
  every: { amount: 1, unit: 'days' },
  code: readCode(import.meta.url, 'upkeep', {
    appointment: Appointment.name,
    booking: Booking.name,
    cancellation: Cancellation.name,
    week: AppointmentWeek.name,
    archive_days: ARCHIVE_PARAMETER,
    usual_days: String(USUAL_ARCHIVE_DAYS),
    weeks: WEEKS,
  }),
});

export const showWeek = defineServerAction({
  id: 'action_appointment_week',
  label: 'Appointments of a Week',
  model: AppointmentWeek.name,
  groups: [EVERY_TECHNICIAN],
  code: readCode(import.meta.url, 'show-week', { appointment: Appointment.name }),
});

const NOW = "datetime.datetime.now().to_utc().strftime('%Y-%m-%d %H:%M:%S')";
const LATE = `['|', '&', ('x_status', 'in', ['draft', 'confirmed']), ('x_scheduled_date', '<', ${NOW}), '&', ('x_status', '=', 'in_progress'), ('x_end_datetime', '<', ${NOW})]`;

/** Odoo's dashboard is an addon that need not be there, so nothing of it is declared: whoever wants it there asks. */
export const toDashboard = defineServerAction({
  id: 'action_appointments_to_dashboard',
  label: 'Put on My Dashboard',
  model: AppointmentWeek.name,
  groups: [EVERY_TECHNICIAN],
  says: ['appointments.office.noBoard', 'appointments.office.lateOnes'],
  code: readCode(import.meta.url, 'to-dashboard', {
    appointments: toExternalId('action_appointments'),
    weeks: toExternalId('action_appointment_weeks'),
    late: LATE,
  }),
});

export const weekAccess = [
  defineAccess({
    id: 'access_appointment_week_technician',
    model: AppointmentWeek.name,
    group: EVERY_TECHNICIAN,
    rights: ['read'],
  }),
];
