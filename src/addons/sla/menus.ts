import { defineAction, defineMenu } from '../../schema/index.ts';

export const actions = [
  defineAction({
    id: 'action_policies',
    label: 'Policies',
    path: 'support-policies',
    model: 'x_support.sla',
    views: ['list', 'form'],
    search: 'policy_search',
    help: '<p class="o_view_nocontent_smiling_face">No policies yet</p><p>A policy says how soon a group of tickets is answered and solved, in working hours.</p>',
  }),
  defineAction({
    id: 'action_working_hours',
    label: 'Working Hours',
    path: 'support-working-hours',
    model: 'resource.calendar',
    views: ['list', 'form'],
  }),
];

export const menus = [
  defineMenu({
    id: 'menu_policies',
    label: 'Policies',
    parent: 'menu_configuration_time',
    action: 'action_policies',
    sequence: 20,
  }),
  defineMenu({
    id: 'menu_working_hours',
    label: 'Working Hours',
    parent: 'menu_configuration_time',
    action: 'action_working_hours',
    sequence: 25,
  }),
];
