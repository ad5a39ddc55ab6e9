import { defineAutomation, defineScheduledAction, readCode, toExternalId } from '../../schema/index.ts';
import { IMPORTED } from '../../sync/import-records.ts';
import { EVERY_TECHNICIAN } from '../tickets/grant-access.ts';
import { DONE_STATE } from '../tickets/life.ts';
import { CHOOSE_PYTHON, CHOOSE_SAYS, UNDOING } from './actions.ts';
import { Play, PlayText, PlayTicket } from './models.ts';
import { PlayRun } from './run-model.ts';
import { PICK_TEXT_PYTHON } from './scripts.ts';
import { KNOWN_PYTHON } from './variables.ts';

/** `1` where no ticket is closed before its whole checklist is done; the organisation's YAML says. */
export const CHECKLIST_PARAMETER = 'supportdesk.checklist_before_closing';

const plain = readCode(import.meta.url, 'plain');
const keepCanned = (plays: string) =>
  readCode(import.meta.url, 'keep-canned', {
    pick_text: PICK_TEXT_PYTHON,
    plain,
    plays,
    technicians: toExternalId(EVERY_TECHNICIAN),
  });
const checkVariables = (id: string, model: string, field: string) =>
  defineAutomation({
    id,
    label: `Support plays: only known names stand in double braces (${field})`,
    model,
    trigger: 'on_create_or_write',
    fields: [field],
    filter: `[('${field}', 'like', '}}')]`,
    says: ['plays.unknown'],
    code: readCode(import.meta.url, 'check-variables', { known: KNOWN_PYTHON, field }),
  });

export const automations = [
  checkVariables('automation_play_text', Play.name, 'x_text'),
  checkVariables('automation_play_subject', Play.name, 'x_subject'),
  checkVariables('automation_play_other_text', PlayText.name, 'x_text'),
  defineAutomation({
    id: 'automation_play_canned',
    label: 'Support plays: Odoo’s canned responses have the same words',
    model: Play.name,
    trigger: 'on_create_or_write',
    fields: ['x_name', 'x_text', 'x_shortcut', 'x_active'],
    code: keepCanned('records'),
  }),
  defineAutomation({
    id: 'automation_play_text_canned',
    label: 'Support plays: canned responses follow a text in another language',
    model: PlayText.name,
    trigger: 'on_create_or_write',
    fields: ['x_text', 'x_lang_id'],
    code: keepCanned("records.mapped('x_play_id')"),
  }),
  defineAutomation({
    id: 'automation_play_gone',
    label: 'Support plays: a play that is deleted leaves no canned response',
    model: Play.name,
    trigger: 'on_unlink',
    code: readCode(import.meta.url, 'drop-canned'),
  }),
  defineAutomation({
    id: 'automation_play_chosen',
    label: 'Support plays: the dialog shows what a play would do',
    model: PlayRun.name,
    trigger: 'on_change',
    fields: ['x_play_id', 'x_partner_id'],
    says: CHOOSE_SAYS,
    code: CHOOSE_PYTHON,
  }),
  defineAutomation({
    id: 'automation_checklist_closing',
    label: 'Support tickets: a checklist that must be done comes before closing',
    model: PlayTicket.name,
    trigger: 'on_write',
    fields: ['x_state'],
    filter: `[('x_state', '=', '${DONE_STATE}')]`,
    unless: IMPORTED,
    says: ['plays.refused.checklist'],
    atOnce: true,
    code: readCode(import.meta.url, 'ask-checklist', {
      service: toExternalId('group_service'),
      parameter: CHECKLIST_PARAMETER,
    }),
  }),
  defineAutomation({
    id: 'automation_play_reopened',
    label: 'Support plays: remember that a ticket was reopened afterwards',
    model: PlayTicket.name,
    trigger: 'on_write',
    fields: ['x_state'],
    before: `[('x_state', '=', '${DONE_STATE}')]`,
    filter: `[('x_state', '!=', '${DONE_STATE}')]`,
    unless: UNDOING,
    atOnce: true,
    code: readCode(import.meta.url, 'note-reopened'),
  }),
];

export const upkeep = defineScheduledAction({
  id: 'cron_plays',
  label: 'Support plays: forget dialogs that were shut',
  model: PlayRun.name,
  every: { amount: 1, unit: 'days' },
  code: readCode(import.meta.url, 'upkeep', { run: PlayRun.name, days: '7' }),
});
