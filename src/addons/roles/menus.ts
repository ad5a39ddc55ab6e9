import { defineAction, defineMenu } from '../../schema/index.ts';
import { Team } from '../teams/models.ts';

export const actions = [
  defineAction({
    id: 'action_my_teams',
    label: 'My Teams',
    path: 'my-support-teams',
    model: Team.name,
    views: ['list', 'form'],
    search: 'team_search',
    domain: "['|', ('x_leader_id', '=', uid), ('x_member_ids', 'in', uid)]",
    context: "{'create': False}",
    help: '<p class="o_view_nocontent_smiling_face">You are in no team</p><p>Whoever leads a team sets it up here: who is in it, and who gets its tickets.</p>',
  }),
];

export const menus = [
  defineMenu({
    id: 'menu_my_teams',
    label: 'My Teams',
    parent: 'menu_support',
    action: 'action_my_teams',
    sequence: 70,
  }),
];
