import { defineAction, defineMenu } from '../../schema/index.ts';
import { Play, PlayUse } from './models.ts';

export const actions = [
  defineAction({
    id: 'action_plays',
    label: 'Plays',
    path: 'support-plays',
    model: Play.name,
    views: ['list', 'form'],
    search: 'play_search',
    help: '<p class="o_view_nocontent_smiling_face">No plays yet</p><p>A play is what you do again and again: an answer, changes, a checklist, what follows. Play it on tickets, or open tickets with it.</p>',
  }),
  defineAction({
    id: 'action_play_uses',
    label: 'Played',
    path: 'support-played',
    model: PlayUse.name,
    views: ['list'],
    search: 'play_use_search',
    help: '<p class="o_view_nocontent_smiling_face">Nothing was played yet</p><p>What was played stands here, and can be taken back.</p>',
  }),
];

export const menus = [
  defineMenu({
    id: 'menu_plays',
    label: 'Plays',
    parent: 'menu_configuration_tickets',
    action: 'action_plays',
    sequence: 12,
  }),
  defineMenu({
    id: 'menu_play_uses',
    label: 'Played',
    parent: 'menu_operation',
    action: 'action_play_uses',
    sequence: 20,
  }),
];
