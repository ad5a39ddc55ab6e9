import { defineAction, defineMenu } from '../../schema/index.ts';
import { EVERY_TECHNICIAN } from './grant-access.ts';
import { ICON } from './icon.ts';

const SECTIONS = [
  ['tickets', 'Tickets'],
  ['time', 'Deadlines and Follow-Up'],
  ['mail', 'Mail'],
] as const;

const screens = ['kanban', 'list', 'form', 'calendar', 'pivot', 'graph', 'activity'] as const;

export const actions = [
  defineAction({
    id: 'action_tickets',
    label: 'Tickets',
    path: 'support-tickets',
    model: 'x_support.ticket',
    views: screens,
    search: 'ticket_search',
    context: "{'search_default_open': 1}",
    help: '<p class="o_view_nocontent_smiling_face">No tickets yet</p><p>Customers open them on the portal and by mail; you can open one for them here.</p>',
  }),
  defineAction({
    id: 'action_my_tickets',
    label: 'My Tickets',
    path: 'my-support-tickets',
    model: 'x_support.ticket',
    views: screens,
    search: 'ticket_search',
    context: "{'search_default_mine': 1, 'search_default_open': 1, 'default_x_user_id': uid}",
    help: '<p class="o_view_nocontent_smiling_face">No tickets are assigned to you</p><p>Take one from All Tickets: Assign to Me puts it here.</p>',
  }),
];

export const menus = [
  defineMenu({
    id: 'menu_support',
    label: 'Support',
    sequence: 45,
    groups: [EVERY_TECHNICIAN],
    icon: ICON,
  }),
  defineMenu({
    id: 'menu_my_tickets',
    label: 'My Tickets',
    parent: 'menu_support',
    action: 'action_my_tickets',
    sequence: 10,
  }),
  defineMenu({
    id: 'menu_tickets',
    label: 'All Tickets',
    parent: 'menu_support',
    action: 'action_tickets',
    sequence: 20,
  }),
  // What the desk does by itself, apart from what is chosen.
  defineMenu({
    id: 'menu_operation',
    label: 'Operation',
    parent: 'menu_support',
    sequence: 80,
    groups: ['group_administrator'],
  }),
  defineMenu({
    id: 'menu_operation_import',
    label: 'Import',
    parent: 'menu_operation',
    sequence: 90,
  }),
  defineMenu({
    id: 'menu_configuration',
    label: 'Configuration',
    parent: 'menu_support',
    sequence: 90,
    groups: ['group_administrator'],
  }),
  // Headings in the menu; of one that has nothing under it Odoo shows nothing.
  ...SECTIONS.map(([name, label], place) =>
    defineMenu({
      id: `menu_configuration_${name}`,
      label,
      parent: 'menu_configuration',
      sequence: (place + 1) * 10,
    }),
  ),
];
