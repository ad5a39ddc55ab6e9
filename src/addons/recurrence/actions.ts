import { z } from 'zod';
import { defineAskedAction } from '../../actions/asked-action.ts';
import { defineAutomation, defineServerAction, readCode, toExternalId } from '../../schema/index.ts';
import { FIRE_MAIL_PYTHON } from '../mail/fire-event.ts';
import { OPEN_PYTHON, WORDS_PYTHON } from '../plays/scripts.ts';
import { EVERY_TECHNICIAN } from '../tickets/grant-access.ts';
import { DATES_ACTION, DATES_ASKED, READ_RULE_PYTHON, Recurrence } from './models.ts';

const model = Recurrence.name;
/** Where external ids of tickets begin that were opened for a date. */
export const RECURRENCE_MODULE = '__supportdesk_recurrence__';
/** Tickets of one recurrence in a call. */
const MOST = '50';

/** Works out dates from plain values, so that a form shows them before it is saved. Everybody may. */
const datesAction = defineServerAction({
  id: DATES_ACTION,
  label: 'Support recurrences: work out dates',
  model,
  code: readCode(import.meta.url, 'dates', { asked: DATES_ASKED }),
});

/** Whether any is due: `{now}`. */
export const lookAction = defineAskedAction({
  id: 'action_recurrence_look',
  label: 'Support recurrences: whether any is due',
  model,
  asked: 'supportdesk_recurrence_look',
  code: (asked) => readCode(import.meta.url, 'look', { asked }),
  answer: z.object({ found: z.int() }),
});

/** Opens what is due: `{now, limit: recurrences}`. A date is opened once, however often this is asked. */
export const openDueAction = defineAskedAction({
  id: 'action_recurrence_open',
  label: 'Support recurrences: open the tickets that are due',
  model,
  asked: 'supportdesk_recurrence_open',
  says: ['recurrence.missed'],
  code: (asked) =>
    readCode(import.meta.url, 'open-due', {
      fire_mail: FIRE_MAIL_PYTHON,
      words: WORDS_PYTHON,
      open: OPEN_PYTHON,
      read_rule: READ_RULE_PYTHON,
      dates: toExternalId(DATES_ACTION),
      asked_dates: DATES_ASKED,
      asked,
      module: RECURRENCE_MODULE,
      most: MOST,
    }),
  answer: z.object({ opened: z.int(), failed: z.array(z.string()), more: z.boolean() }),
});

export const serverActions = [
  datesAction,
  lookAction.declaration,
  openDueAction.declaration,
  defineServerAction({
    id: 'action_recurrence_tickets',
    label: 'Tickets of a Recurrence',
    model,
    groups: [EVERY_TECHNICIAN],
    code: readCode(import.meta.url, 'show-tickets'),
  }),
];

export const automations = [
  defineAutomation({
    id: 'automation_recurrence_resumed',
    label: 'Support recurrences: what fell into a pause is not made up for',
    model,
    trigger: 'on_write',
    fields: ['x_paused', 'x_active'],
    before: "['|', ('x_paused', '=', True), ('x_active', '=', False)]",
    filter: "[('x_paused', '=', False), ('x_active', '=', True)]",
    code: readCode(import.meta.url, 'resume'),
  }),
];
