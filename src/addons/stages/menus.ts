import { defineAction, defineMenu } from '../../schema/index.ts';
import { Stage } from './models.ts';

export const actions = [
  defineAction({
    id: 'action_stages',
    label: 'Stages',
    path: 'support-stages',
    model: Stage.name,
    views: ['list'],
    search: 'stage_search',
    help: '<p class="o_view_nocontent_smiling_face">No stages yet</p><p>Stages are the steps of a ticket’s way, and the columns of the board. What each means tells the help desk when to wait and when a ticket is done.</p>',
  }),
];

export const menus = [
  defineMenu({
    id: 'menu_stages',
    label: 'Stages',
    parent: 'menu_configuration_tickets',
    action: 'action_stages',
    sequence: 7,
  }),
];
