import { defineAddon, defineSequence } from '../../schema/index.ts';
import {
  Appointment,
  AppointmentEvent,
  AppointmentFeed,
  AppointmentTechnician,
  AppointmentTicket,
  AppointmentType,
  Zone,
} from './models.ts';
import { office } from './office/office.ts';
import { access, rules } from './security.ts';

/** Visits that are agreed with customers, and the time of technicians that they take up. */
export const appointments = defineAddon({
  name: 'appointments',
  depends: ['tickets', 'teams', 'mail'],
  modules: ['mail', 'base_automation', 'resource', 'calendar'],
  models: [
    Zone,
    AppointmentType,
    AppointmentTechnician,
    Appointment,
    AppointmentFeed,
    AppointmentTicket,
    AppointmentEvent,
    ...office.models,
  ],
  access: [...access, ...office.access],
  rules,
  serverActions: office.serverActions,
  scheduledActions: office.scheduledActions,
  views: office.views,
  actions: office.actions,
  menus: office.menus,
  sequences: [
    defineSequence({
      id: 'sequence_appointment',
      label: 'Support Appointment',
      code: Appointment.name,
      prefix: 'APPT-',
      padding: 4,
    }),
  ],
});
