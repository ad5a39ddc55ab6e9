import { defineAction, defineMenu } from '../../../schema/index.ts';
import { Appointment, AppointmentTechnician, AppointmentType, Zone } from '../models.ts';

const screens = ['calendar', 'kanban', 'list', 'form', 'pivot', 'graph', 'activity'] as const;

export const actions = [
  defineAction({
    id: 'action_my_appointments',
    label: 'My Appointments',
    path: 'my-support-appointments',
    model: Appointment.name,
    views: screens,
    search: 'appointment_search',
    context: "{'search_default_mine': 1, 'search_default_standing': 1, 'default_x_technician_id': uid}",
    help: '<p class="o_view_nocontent_smiling_face">You have no appointments</p><p>Book one from a ticket, or click a time in the calendar.</p>',
  }),
  defineAction({
    id: 'action_appointments',
    label: 'Appointments',
    path: 'support-appointments',
    model: Appointment.name,
    views: screens,
    search: 'appointment_search',
    context: "{'search_default_standing': 1}",
    help: '<p class="o_view_nocontent_smiling_face">No appointments yet</p><p>Customers book them on the portal; you can book one from a ticket, or with a click in the calendar.</p>',
  }),
  defineAction({
    id: 'action_appointment_types',
    label: 'Appointment Types',
    path: 'support-appointment-types',
    model: AppointmentType.name,
    views: ['list', 'form'],
    search: 'appointment_type_search',
    help: '<p class="o_view_nocontent_smiling_face">No appointment types yet</p><p>A type says how long it takes, where it is, who can do it, and until when customers may change it.</p>',
  }),
  defineAction({
    id: 'action_appointment_technicians',
    label: 'Technicians',
    path: 'support-appointment-technicians',
    model: AppointmentTechnician.name,
    views: ['list', 'form'],
    search: 'appointment_technician_search',
    help: '<p class="o_view_nocontent_smiling_face">Nobody can be booked yet</p><p>Whoever has a line here can be: with hours, zones and a limit of their own.</p>',
  }),
  defineAction({
    id: 'action_zones',
    label: 'Zones',
    path: 'support-zones',
    model: Zone.name,
    views: ['list', 'form'],
    search: 'zone_search',
    help: '<p class="o_view_nocontent_smiling_face">No zones yet</p><p>Where customers live apart, zones say by postal code how long the way between two visits takes.</p>',
  }),
];

export const menus = [
  defineMenu({
    id: 'menu_appointments',
    label: 'Appointments',
    parent: 'menu_support',
    sequence: 22,
  }),
  defineMenu({
    id: 'menu_book',
    label: 'Book an Appointment',
    parent: 'menu_appointments',
    action: 'action_book',
    sequence: 5,
  }),
  defineMenu({
    id: 'menu_my_calendar',
    label: 'My Calendar Address',
    parent: 'menu_appointments',
    action: 'action_my_calendar',
    sequence: 50,
  }),
  defineMenu({
    id: 'menu_my_appointments',
    label: 'My Appointments',
    parent: 'menu_appointments',
    action: 'action_my_appointments',
    sequence: 10,
  }),
  defineMenu({
    id: 'menu_all_appointments',
    label: 'All Appointments',
    parent: 'menu_appointments',
    action: 'action_appointments',
    sequence: 20,
  }),
  defineMenu({
    id: 'menu_configuration_appointments',
    label: 'Appointments',
    parent: 'menu_configuration',
    sequence: 40,
  }),
  defineMenu({
    id: 'menu_appointment_types',
    label: 'Appointment Types',
    parent: 'menu_configuration_appointments',
    action: 'action_appointment_types',
    sequence: 40,
  }),
  defineMenu({
    id: 'menu_appointment_technicians',
    label: 'Technicians',
    parent: 'menu_configuration_appointments',
    action: 'action_appointment_technicians',
    sequence: 41,
  }),
  defineMenu({
    id: 'menu_zones',
    label: 'Zones',
    parent: 'menu_configuration_appointments',
    action: 'action_zones',
    sequence: 42,
  }),
];
