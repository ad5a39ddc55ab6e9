import { defineAction, defineMenu } from '../../schema/index.ts';
import { Operation } from './models.ts';

export const actions = [
  defineAction({
    id: 'action_operations',
    label: 'Merges and Splits',
    path: 'support-merges',
    model: Operation.name,
    views: ['list', 'form'],
    search: 'operation_search',
    help: '<p class="o_view_nocontent_smiling_face">Nothing was merged or split yet</p><p>Merge and Split stand at the top of a ticket; whatever is done there is kept here and can be undone.</p>',
  }),
];

export const menus = [
  defineMenu({
    id: 'menu_operations',
    label: 'Merges and Splits',
    parent: 'menu_operation',
    action: 'action_operations',
    sequence: 60,
  }),
];
