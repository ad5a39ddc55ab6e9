import { defineAddon, defineSequence } from '../../schema/index.ts';
import { serverActions } from './actions.ts';
import { automations } from './automations.ts';
import { invites } from './invites/declares.ts';
import {
  Appointment,
  AppointmentEvent,
  AppointmentFeed,
  AppointmentLink,
  AppointmentTechnician,
  AppointmentTicket,
  AppointmentType,
  Zone,
} from './models.ts';
import { portalTile } from './portal/odoo-tile.ts';
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
    AppointmentLink,
    AppointmentFeed,
    AppointmentTicket,
    AppointmentEvent,
    ...invites.models,
  ],
  access: [...access, ...invites.access],
  rules: [...rules, ...invites.rules],
  serverActions: [...serverActions, ...invites.serverActions],
  automations: [...automations, ...invites.automations],
  mailTemplates: invites.mailTemplates,
  records: invites.records,
  views: [...invites.views, portalTile],
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
