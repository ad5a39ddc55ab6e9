import { defineAccess, defineRule } from '../../schema/index.ts';
import {
  Appointment,
  AppointmentFeed,
  AppointmentLink,
  AppointmentTechnician,
  AppointmentType,
  Zone,
} from './models.ts';

const SETTINGS = { type: AppointmentType.name, technician: AppointmentTechnician.name, zone: Zone.name };

const accessTo = (name: string, model: string) => [
  defineAccess({
    id: `access_appointment_${name}_technician`,
    model,
    group: 'group_technician',
    rights: ['read'],
  }),
  defineAccess({
    id: `access_appointment_${name}_administrator`,
    model,
    group: 'group_administrator',
    rights: ['read', 'write', 'create', 'delete'],
  }),
  defineAccess({
    id: `access_appointment_${name}_service`,
    model,
    group: 'group_service',
    rights: ['read', 'write', 'create'],
  }),
];

/** None for customers: the service reads for them what the rule below shows. */
export const access = [
  ...Object.entries(SETTINGS).flatMap(([name, model]) => accessTo(name, model)),
  defineAccess({
    id: 'access_appointment_technician',
    model: Appointment.name,
    group: 'group_technician',
    rights: ['read', 'write', 'create'],
  }),
  defineAccess({
    id: 'access_appointment_administrator',
    model: Appointment.name,
    group: 'group_administrator',
    rights: ['read', 'write', 'create', 'delete'],
  }),
  defineAccess({
    id: 'access_appointment_service',
    model: Appointment.name,
    group: 'group_service',
    rights: ['read', 'write', 'create'],
  }),
  ...Object.entries({ feed: AppointmentFeed.name, link: AppointmentLink.name }).flatMap(([name, model]) => [
    defineAccess({
      id: `access_appointment_${name}_administrator`,
      model,
      group: 'group_administrator',
      rights: ['read', 'write', 'create', 'delete'],
    }),
    defineAccess({
      id: `access_appointment_${name}_service`,
      model,
      group: 'group_service',
      rights: ['read', 'write', 'create'],
    }),
  ]),
];

const OF_COMPANY =
  "('x_customer_id', 'child_of', (user.partner_id if user.partner_id.x_own_tickets_only else user.partner_id.commercial_partner_id).id)";

export const rules = [
  defineRule({
    id: 'rule_appointment_portal',
    label: 'Support appointments: customers see those of their own company, or their own',
    model: Appointment.name,
    groups: ['base.group_portal'],
    domain: `[${OF_COMPANY}]`,
    rights: ['read'],
  }),
  defineRule({
    id: 'rule_appointment_type_portal',
    label: 'Support appointment types: customers see those that they can book',
    model: AppointmentType.name,
    groups: ['base.group_portal'],
    domain: "[('x_is_public', '=', True)]",
    rights: ['read'],
  }),
];
