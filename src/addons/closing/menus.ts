import { defineAction, defineMenu } from '../../schema/index.ts';
import { ClosingRule, ClosingTicket } from './models.ts';

export const actions = [
  defineAction({
    id: 'action_closing_soon',
    label: 'Closing Soon',
    path: 'support-closing-soon',
    model: ClosingTicket.name,
    // A telephone shows the board in place of a list: by day, for by their stages they would all stand in one of many columns.
    views: ['list', 'kanban', 'form'],
    view: 'closing_list',
    search: 'closing_search',
    domain: "[('x_closes_at', '!=', False)]",
    context: "{'search_default_tomorrow': 1, 'search_default_group_closes': 1, 'create': False}",
    help: '<p class="o_view_nocontent_smiling_face">Nothing closes tomorrow</p><p>Tickets that wait for an answer stand here before they close by themselves, and can be held.</p>',
  }),
  defineAction({
    id: 'action_closing_rules',
    label: 'Closing',
    path: 'support-closing',
    model: ClosingRule.name,
    views: ['list', 'form'],
    search: 'closing_rule_search',
    help: '<p class="o_view_nocontent_smiling_face">Nothing closes by itself</p><p>Say for a team, or for all of them, when tickets that wait are chased and closed, and when customers are asked how it went.</p>',
  }),
];

export const menus = [
  defineMenu({
    id: 'menu_closing_soon',
    label: 'Closing Soon',
    parent: 'menu_support',
    action: 'action_closing_soon',
    sequence: 25,
  }),
  defineMenu({
    id: 'menu_closing_rules',
    label: 'Closing',
    parent: 'menu_configuration_time',
    action: 'action_closing_rules',
    sequence: 26,
  }),
];
