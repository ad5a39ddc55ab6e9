import { defineServerAction, readCode, toExternalId } from '../../schema/index.ts';
import { WORKING_TIME_PYTHON } from '../teams/working-time.ts';
import { EVERY_TECHNICIAN } from '../tickets/grant-access.ts';
import { DONE_STATE } from '../tickets/life.ts';

/** For how long back it counts who solved most of a customer's tickets; days. */
const USUAL_DAYS = '180';
const TRIAL_DAYS = '30';
/** In a call's context: whom tickets are taken from, by their ids. */
const LEFT = 'supportdesk_left';
/** What a trial looks at; a month's tickets of a large team. */
const TRIAL_LIMIT = '5000';

const roster = readCode(import.meta.url, 'roster', {
  done: DONE_STATE,
  working_time: WORKING_TIME_PYTHON,
});
const choose = readCode(import.meta.url, 'choose');

export const assignAction = defineServerAction({
  id: 'action_assign_tickets',
  label: 'Give Tickets to Whoever They Are For',
  model: 'x_support.ticket',
  says: [
    'assignment.by.turn',
    'assignment.by.least',
    'assignment.by.skill',
    'assignment.by.customer',
    'assignment.by.anyone',
    'assignment.by.leader',
    'assignment.by.nobody',
    'assignment.note',
    'assignment.note.cap',
    'assignment.note.bare',
  ],
  code: readCode(import.meta.url, 'assign', {
    roster,
    choose,
    done: DONE_STATE,
    usual: USUAL_DAYS,
    left: LEFT,
  }),
});

export const actions = [
  assignAction,
  defineServerAction({
    id: 'action_try_assignment',
    label: 'Try on Last Month',
    model: 'x_support.team',
    // Whoever may change the team: Odoo asks that of the record.
    groups: [EVERY_TECHNICIAN],
    says: ['assignment.trial.nobody'],
    code: readCode(import.meta.url, 'try-rule', {
      roster,
      choose,
      usual: USUAL_DAYS,
      days: TRIAL_DAYS,
      limit: TRIAL_LIMIT,
    }),
  }),
  defineServerAction({
    id: 'action_ticket_reassign',
    label: 'Reassign',
    model: 'x_support.ticket',
    groups: [EVERY_TECHNICIAN],
    menuOf: ['list', 'form'],
    says: ['assignment.reassign'],
    code: readCode(import.meta.url, 'start-reassigning', { form: toExternalId('reassignment_form') }),
  }),
  defineServerAction({
    id: 'action_reassign',
    label: 'Hand Tickets to Somebody Else',
    model: 'x_support.reassignment',
    groups: [EVERY_TECHNICIAN],
    says: ['assignment.reassign.whom', 'assignment.reassigned'],
    code: readCode(import.meta.url, 'reassign', { left: LEFT, action: toExternalId(assignAction.id) }),
  }),
];
