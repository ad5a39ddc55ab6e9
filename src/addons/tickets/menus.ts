import { defineAction, defineMenu } from '../../schema/index.ts';
import { ICON } from './icon.ts';

export const actions = [
  defineAction({
    id: 'action_tickets',
    label: 'Tickets',
    model: 'x_support.ticket',
    views: ['kanban', 'list', 'form'],
    search: 'ticket_search',
    context: "{'search_default_open': 1}",
    help: '<p class="o_view_nocontent_smiling_face">No tickets yet</p><p>Customers open them on the portal; you can open one for them here.</p>',
  }),
  defineAction({
    id: 'action_my_tickets',
    label: 'My Tickets',
    model: 'x_support.ticket',
    views: ['kanban', 'list', 'form'],
    search: 'ticket_search',
    context: "{'search_default_mine': 1, 'search_default_open': 1, 'default_x_user_id': uid}",
    help: '<p class="o_view_nocontent_smiling_face">Nothing is assigned to you</p><p>Well done.</p>',
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
