import { defineAutomation, defineScheduledAction, readCode, toExternalId } from '../../schema/index.ts';
import { keepAction } from './actions.ts';
import {
  Appointment,
  AppointmentEvent,
  AppointmentTechnician,
  AppointmentTicket,
  AppointmentType,
} from './models.ts';
import { CLAIM_MODULE, CLAIMS_PYTHON, TICKET_PYTHON } from './scripts.ts';

export const automations = [
  defineAutomation({
    id: 'automation_appointment',
    label: 'Support appointments: the rules, the time, the ticket and the calendar',
    model: Appointment.name,
    trigger: 'on_create_or_write',
    // Words about it are none of these: nothing is checked where nothing is moved.
    fields: [
      'x_type_id',
      'x_customer_id',
      'x_technician_id',
      'x_scheduled_date',
      'x_duration',
      'x_status',
      'x_place',
      'x_location',
      'x_online_url',
      'x_ticket_id',
      'x_active',
    ],
    code: readCode(import.meta.url, 'keep-soon', {
      action: toExternalId(keepAction.id),
      model: Appointment.name,
    }),
  }),
  defineAutomation({
    id: 'automation_appointment_gone',
    label: 'Support appointments: what is deleted leaves the calendar and its ticket',
    model: Appointment.name,
    trigger: 'on_unlink',
    code: readCode(import.meta.url, 'leave', { ticket: TICKET_PYTHON }),
  }),
  defineAutomation({
    id: 'automation_appointment_type_bookable',
    label: 'Support appointment types: whether there is somebody who can do it',
    model: AppointmentType.name,
    trigger: 'on_create_or_write',
    fields: ['x_user_ids'],
    code: readCode(import.meta.url, 'keep-bookable', { gone: '[]' }),
  }),
  defineAutomation({
    id: 'automation_appointment_technician_bookable',
    label: 'Support appointment technicians: which types somebody can do',
    model: AppointmentTechnician.name,
    trigger: 'on_create_or_write',
    fields: ['x_user_id', 'x_active'],
    code: readCode(import.meta.url, 'keep-bookable', { gone: '[]' }),
  }),
  defineAutomation({
    id: 'automation_appointment_technician_gone',
    label: 'Support appointment technicians: which types nobody can do any more',
    model: AppointmentTechnician.name,
    trigger: 'on_unlink',
    code: readCode(import.meta.url, 'keep-bookable', { gone: 'records.ids' }),
  }),
  defineAutomation({
    id: 'automation_appointment_event',
    label: 'Support appointments: move with their event in the calendar',
    model: AppointmentEvent.name,
    trigger: 'on_write',
    fields: ['start', 'stop', 'user_id'],
    filter: "[('x_appointment_id', '!=', False)]",
    code: readCode(import.meta.url, 'follow-event'),
  }),
  defineAutomation({
    id: 'automation_appointment_event_gone',
    label: 'Support appointments: nobody deletes their event alone',
    model: AppointmentEvent.name,
    trigger: 'on_unlink',
    filter: "[('x_appointment_id', '!=', False)]",
    says: ['appointments.refused.leave'],
    code: readCode(import.meta.url, 'leave-event'),
  }),
  defineAutomation({
    id: 'automation_appointment_event_mail',
    label: 'Support appointments: the desk tells of what moved, and Odoo not once more',
    model: 'mail.mail',
    trigger: 'on_create',
    filter:
      "[('mail_message_id.model', '=', 'calendar.event'), ('mail_message_id.message_type', '=', 'user_notification')]",
    code: readCode(import.meta.url, 'hold-back'),
  }),
];

/** Also where no service runs: a ticket never shows an appointment that has been as its next one for long. */
export const moveOnNext = defineScheduledAction({
  id: 'cron_next_appointment',
  label: 'Support appointments: tickets show the next one once one has begun',
  model: AppointmentTicket.name,
  every: { amount: 5, unit: 'minutes' },
  code: readCode(import.meta.url, 'next-passed', { ticket: TICKET_PYTHON }),
});

export const dropPastClaims = defineScheduledAction({
  id: 'cron_appointment_claims',
  label: 'Support appointments: what is over holds nobody’s time any more',
  model: Appointment.name,
  every: { amount: 1, unit: 'days' },
  code: readCode(import.meta.url, 'drop-past', { claims: CLAIMS_PYTHON, module: CLAIM_MODULE }),
});
