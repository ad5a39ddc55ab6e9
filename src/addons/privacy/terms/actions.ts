import { z } from 'zod';
import { defineAskedAction } from '../../../actions/asked-action.ts';
import { defineAutomation, defineServerAction, readCode } from '../../../schema/index.ts';
import { OPERATION } from '../../tickets/goes-with-ticket.ts';
import { ERASE_PYTHON, LINES_PYTHON } from '../scripts.ts';
import { Term } from './models.ts';

const model = Term.name;
const groups = ['group_administrator'];
const due = readCode(import.meta.url, 'due');
/** In the context of what the desk itself writes on a term. */
const SWITCH = 'supportdesk_term_switch';

/** Looks whether a time has come, or does a batch, from a ticket of a term on: `{do: 'look' | 'work', limit, term, after}`. */
export const applyTermsAction = defineAskedAction({
  id: 'action_terms_apply',
  label: 'Support privacy: tickets whose time has come',
  model,
  asked: 'supportdesk_terms',
  says: ['privacy.removed'],
  code: (asked) =>
    readCode(import.meta.url, 'apply-terms', {
      asked,
      due,
      lines: LINES_PYTHON,
      erase: ERASE_PYTHON,
      silent: `supportdesk_no_mail=True, ${OPERATION}=True`,
    }),
  answer: z.object({ found: z.int(), done: z.int(), term: z.int(), last: z.int() }),
});

export const termActions = [
  applyTermsAction.declaration,
  defineServerAction({
    id: 'action_terms_describe',
    label: 'Support privacy: preview of a term',
    model,
    groups,
    says: [
      'privacy.term.none',
      'privacy.term.archive',
      'privacy.term.anonymise',
      'privacy.term.delete',
      'privacy.term.later',
    ],
    code: readCode(import.meta.url, 'describe-term', { due }),
  }),
  defineServerAction({
    id: 'action_term_look',
    label: 'I Have Looked at It',
    model,
    groups,
    code: readCode(import.meta.url, 'look-at-term'),
  }),
  defineServerAction({
    id: 'action_term_switch',
    label: 'Switch a Term On or Off',
    model,
    groups,
    says: ['privacy.term.lookFirst', 'privacy.term.months'],
    code: readCode(import.meta.url, 'switch-term'),
  }),
];

const offUntilSeen = (id: string, fields: readonly string[]) =>
  defineAutomation({
    id,
    label: 'Support privacy: a term that says something else is off until somebody has looked at it',
    model,
    trigger: 'on_write',
    fields,
    unless: SWITCH,
    code: readCode(import.meta.url, 'stop-term'),
  });

export const termAutomations = [
  offUntilSeen('automation_term_changed', ['x_months', 'x_end', 'x_team_ids', 'x_active']),
];

/** Where there are categories. */
export const categoryTermAutomations = [offUntilSeen('automation_term_category', ['x_category_ids'])];
