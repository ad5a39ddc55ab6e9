import { defineAddon, defineSequence } from '../../schema/index.ts';
import { goesWithTicket } from '../tickets/goes-with-ticket.ts';
import { serverActions } from './actions.ts';
import { automations, dropPastClaims, moveOnNext } from './automations.ts';
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
import { office } from './office/office.ts';
import { personal } from './personal.ts';
import { portalTile } from './portal/odoo-tile.ts';
import { access, rules } from './security.ts';

/** Visits that are agreed with customers, and the time of technicians that they take up. */
export const appointments = defineAddon({
  name: 'appointments',
  depends: ['tickets', 'teams', 'mail'],
  mayLack: { models: ['x_support.intake'] },
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
    ...office.models,
  ],
  access: [...access, ...invites.access, ...office.access],
  rules: [...rules, ...invites.rules],
  serverActions: [...serverActions, ...invites.serverActions, ...office.serverActions],
  scheduledActions: [dropPastClaims, moveOnNext, ...office.scheduledActions],
  automations: [...automations, ...invites.automations, ...office.automations],
  mailTemplates: invites.mailTemplates,
  records: invites.records,
  views: [...office.views, ...invites.views, portalTile],
  actions: office.actions,
  menus: office.menus,
  parameters: [goesWithTicket('appointment', Appointment.name)],
  sequences: [
    defineSequence({
      id: 'sequence_appointment',
      label: 'Support Appointment',
      code: Appointment.name,
      prefix: 'APPT-',
      padding: 4,
    }),
  ],
  personal,
});
