import { defineRule } from '../../schema/index.ts';
import { followTicket, ownDialog } from '../teams/ticket-rules.ts';
import { ALL, grantAccess, grantSettings } from '../tickets/grant-access.ts';
import {
  Appointment,
  AppointmentFeed,
  AppointmentLink,
  AppointmentTechnician,
  AppointmentType,
  Zone,
} from './models.ts';
import { Booking, BookingSlot, Cancellation } from './office/wizard-models.ts';

/** None for customers: the service reads for them what the rule below shows. */
export const access = [
  ...grantSettings('appointment_type', AppointmentType.name),
  ...grantSettings('appointment_technician', AppointmentTechnician.name),
  ...grantSettings('appointment_zone', Zone.name),
  ...grantAccess('appointment', Appointment.name, {
    technician: ['read', 'write', 'create'],
    administrator: ALL,
    service: ['read', 'write', 'create'],
  }),
  ...Object.entries({ feed: AppointmentFeed.name, link: AppointmentLink.name }).flatMap(([name, model]) =>
    grantAccess(`appointment_${name}`, model, { administrator: ALL, service: ['read', 'write', 'create'] }),
  ),
];

const OF_COMPANY =
  "('x_customer_id', 'child_of', (user.partner_id if user.partner_id.x_own_tickets_only else user.partner_id.commercial_partner_id).id)";

export const rules = [
  ...followTicket('appointment', {
    model: Appointment.name,
    also: {
      own: [
        "('x_technician_id', '=', user.id)",
        "('message_partner_ids', 'in', user.partner_id.ids)",
        "('write_uid', '=', user.id)",
      ],
      all: ["('x_ticket_id', '=', False)"],
    },
  }),
  ...ownDialog('booking', Booking.name),
  ...ownDialog('booking_slot', BookingSlot.name),
  ...ownDialog('cancellation', Cancellation.name),
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
    domain: "[('x_is_public', '=', True), ('x_can_be_booked', '=', True)]",
    rights: ['read'],
  }),
];
