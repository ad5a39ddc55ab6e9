import { defineRule } from '../../schema/index.ts';
import { ALL, EVERY_TECHNICIAN, grantAccess, grantSettings } from '../tickets/grant-access.ts';
import { ChecklistItem, Play, PlayStep, PlayText, PlayUse } from './models.ts';
import { PlayRun } from './run-model.ts';

/** None for customers: neither how the desk works nor what is left to do is theirs. */
export const access = [
  ...grantSettings('play', Play.name),
  ...grantSettings('play_text', PlayText.name),
  ...grantSettings('play_step', PlayStep.name),
  // Written by the actions alone, for whoever plays.
  ...grantAccess('play_use', PlayUse.name, {
    technician: ['read'],
    administrator: ['read', 'delete'],
    service: ['read'],
  }),
  ...grantAccess('checklist_item', ChecklistItem.name, {
    technician: ALL,
    administrator: ALL,
    service: ['read', 'write', 'create'],
  }),
  ...grantAccess('play_run', PlayRun.name, { technician: ALL }),
];

export const rules = [
  defineRule({
    id: 'rule_play_run',
    label: 'Support plays: everybody has dialogs of their own',
    model: PlayRun.name,
    groups: [EVERY_TECHNICIAN],
    domain: "[('create_uid', '=', user.id)]",
    rights: ['read', 'write', 'create', 'delete'],
  }),
];
