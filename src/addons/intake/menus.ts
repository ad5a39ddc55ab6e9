import { defineAction, defineMenu } from '../../schema/index.ts';
import { EVERY_TECHNICIAN } from '../tickets/grant-access.ts';
import { Intake } from './models.ts';

export const actions = [
  defineAction({
    id: 'action_intake',
    label: 'Incoming Mail',
    path: 'support-mail',
    model: Intake.name,
    views: ['list', 'kanban', 'form'],
    search: 'intake_search',
    help: '<p class="o_view_nocontent_smiling_face">No mail yet</p><p>Every mail that comes in stands here, with what became of it and why.</p>',
  }),
];

export const menus = [
  defineMenu({
    id: 'menu_intake',
    label: 'Incoming Mail',
    parent: 'menu_support',
    action: 'action_intake',
    sequence: 40,
    groups: [EVERY_TECHNICIAN],
  }),
];
