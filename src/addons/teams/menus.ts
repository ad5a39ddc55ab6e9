import { defineAction, defineMenu } from '../../schema/index.ts';

export const actions = [
  defineAction({
    id: 'action_teams',
    label: 'Teams',
    path: 'support-teams',
    model: 'x_support.team',
    views: ['list', 'form'],
    search: 'team_search',
    help: '<p class="o_view_nocontent_smiling_face">No teams yet</p><p>A team shares its tickets: members find them under My Teams.</p>',
  }),
  defineAction({
    id: 'action_tags',
    label: 'Tags',
    path: 'support-tags',
    model: 'x_support.tag',
    views: ['list'],
    help: '<p class="o_view_nocontent_smiling_face">No tags yet</p><p>Tags group tickets across teams and customers.</p>',
  }),
];

export const menus = [
  defineMenu({
    id: 'menu_teams',
    label: 'Teams',
    parent: 'menu_configuration_tickets',
    action: 'action_teams',
    sequence: 5,
  }),
  defineMenu({
    id: 'menu_tags',
    label: 'Tags',
    parent: 'menu_configuration_tickets',
    action: 'action_tags',
    sequence: 10,
  }),
];
