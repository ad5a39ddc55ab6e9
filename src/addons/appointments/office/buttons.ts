import { defineServerAction, readCode, toExternalId } from '../../../schema/index.ts';
import { EVERY_TECHNICIAN } from '../../tickets/grant-access.ts';
import { Ticket } from '../../tickets/models.ts';
import { Appointment, AppointmentTechnician } from '../models.ts';
import type { Status } from '../visit.ts';

const model = Appointment.name;
const groups = [EVERY_TECHNICIAN];

const toStatus = (id: string, label: string, status: Status) =>
  defineServerAction({
    id: `action_appointment_${id}`,
    label,
    model,
    groups,
    menuOf: ['list'],
    code: `records.write({'x_status': '${status}'})`,
  });

/** What technicians do to one appointment or to many, and how they get from one record to another. */
export const buttons = [
  toStatus('confirm', 'Confirm', 'confirmed'),
  toStatus('start', 'Start', 'in_progress'),
  toStatus('complete', 'Complete', 'completed'),
  defineServerAction({
    id: 'action_appointment_ticket',
    label: 'Ticket of an Appointment',
    model,
    groups,
    code: readCode(import.meta.url, 'show-ticket'),
  }),
  defineServerAction({
    id: 'action_appointment_event',
    label: 'Calendar Event of an Appointment',
    model,
    groups,
    code: readCode(import.meta.url, 'show-event'),
  }),
  defineServerAction({
    id: 'action_my_calendar',
    label: 'My Calendar Address',
    model: AppointmentTechnician.name,
    groups,
    says: ['appointments.office.noLine'],
    code: readCode(import.meta.url, 'show-own-calendar', {
      technician: AppointmentTechnician.name,
      feed: toExternalId('action_visit_technician_feed'),
    }),
  }),
  defineServerAction({
    id: 'action_ticket_appointments',
    label: 'Appointments of a Ticket',
    model: Ticket.name,
    groups,
    says: ['appointments.office.of'],
    code: readCode(import.meta.url, 'show-ticket-appointments', { appointment: model }),
  }),
  defineServerAction({
    id: 'action_contact_appointments',
    label: 'Appointments of a Contact',
    model: 'res.partner',
    groups,
    says: ['appointments.office.of'],
    code: readCode(import.meta.url, 'show-contact-appointments', { appointment: model }),
  }),
];
