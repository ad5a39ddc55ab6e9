import { defineAction, defineMenu } from '../../schema/index.ts';
import { ICON } from './icon.ts';

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
    help: '<p class="o_view_nocontent_smiling_face">No tickets yet</p><p>Customers open them on the portal; you can open one for them here.</p>',
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
    groups: ['group_technician'],
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
  defineMenu({
    id: 'menu_configuration',
    label: 'Configuration',
    parent: 'menu_support',
    sequence: 90,
    groups: ['group_administrator'],
  }),
];
