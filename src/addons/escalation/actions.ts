import { z } from 'zod';
import { defineAskedAction } from '../../actions/asked-action.ts';
import { SETTLED_PYTHON } from '../../feed/settled.ts';
import {
  defineAutomation,
  defineServerAction,
  PREFIX,
  readCode,
  type ServerActionDeclaration,
  toExternalId,
} from '../../schema/index.ts';
import { FIRE_MAIL_PYTHON } from '../mail/fire-event.ts';
import { CLOCK } from '../sla/scripts.ts';
import { EVERY_TECHNICIAN } from '../tickets/grant-access.ts';
import { DONE_STATE, WAITING_STATE } from '../tickets/life.ts';
import { EscalatedTicket, Escalation } from './models.ts';

const rule = Escalation.name;
const ticket = EscalatedTicket.name;
/** Where the addon assignment is on, the way to whomever a team's rule chooses. */
const HAND_ON = 'action_escalation_hand_on';

const targets = ['first', 'next', 'solution', 'deadline'];

/** Open tickets that a preview looks at, so that nobody waits long for it. */
const PREVIEW_LIMIT = 5000;

const MOMENTS = readCode(import.meta.url, 'moments', {
  rule,
  ticket,
  done: DONE_STATE,
  waiting: WAITING_STATE,
});

const ROUNDS = readCode(import.meta.url, 'rounds', { done: DONE_STATE });

export const lookAction = defineAskedAction({
  id: 'action_escalation_look',
  label: 'Support escalations: look whether there is anything to do',
  model: rule,
  asked: 'supportdesk_escalation_look',
  code: (asked) =>
    readCode(import.meta.url, 'look', { asked, rule, ticket, settled: SETTLED_PYTHON, rounds: ROUNDS }),
  answer: z.object({ is_needed: z.boolean(), settled: z.string() }),
});

const escalate = defineAskedAction({
  id: 'action_escalate',
  label: 'Support escalations: look at what changed, and act on what is due',
  model: rule,
  asked: 'supportdesk_escalation',
  code: (asked) =>
    readCode(import.meta.url, 'escalate', {
      asked,
      rule,
      ticket,
      clock: CLOCK,
      moments: MOMENTS,
      rounds: ROUNDS,
      fire_mail: FIRE_MAIL_PYTHON,
      act: readCode(import.meta.url, 'act', { ticket, prefix: PREFIX, hand_on: HAND_ON }),
      technicians: toExternalId(EVERY_TECHNICIAN),
    }),
  answer: z.union([
    z.object({ is_more: z.boolean(), planned: z.int(), acted: z.int() }),
    z.object({ line: z.union([z.int(), z.literal(false)]) }),
  ]),
});

export const escalateAction = {
  ...escalate,
  declaration: {
    ...escalate.declaration,
    says: [
      'escalation.level',
      ...targets.flatMap((target) => [
        `escalation.share.${target}`,
        `escalation.missed.${target}`,
        `escalation.late.${target}`,
      ]),
      'escalation.unassigned',
      'escalation.desk',
      'escalation.waiting',
      'escalation.reopened',
      'escalation.time.hours',
      'escalation.time.minutes',
      'escalation.time.both',
      'escalation.priority.1',
      'escalation.priority.2',
      'escalation.priority.3',
      'escalation.assigned',
      'escalation.nobody',
      'escalation.tag',
      'escalation.activity',
      'escalation.mail',
    ],
  } satisfies ServerActionDeclaration,
};

export const showActs = defineServerAction({
  id: 'action_escalation_show_acts',
  label: 'Support escalations: show what a level did',
  model: rule,
  groups: [EVERY_TECHNICIAN],
  code: readCode(import.meta.url, 'show-acts'),
});

export const preview = defineServerAction({
  id: 'action_escalation_preview',
  label: 'Support escalations: show what a level would come to',
  model: rule,
  groups: ['group_administrator'],
  says: ['escalation.preview', 'escalation.preview.newest'],
  code: readCode(import.meta.url, 'preview', {
    clock: CLOCK,
    moments: MOMENTS,
    rounds: ROUNDS,
    ticket,
    done: DONE_STATE,
    limit: String(PREVIEW_LIMIT),
  }),
});

/** Where the addon assignment is on. */
export const handOn = defineServerAction({
  id: HAND_ON,
  label: 'Support escalations: hand tickets on by their teams’ rules',
  model: ticket,
  code: readCode(import.meta.url, 'hand-on', {
    ticket,
    assign: toExternalId('action_assign_tickets'),
    left: 'supportdesk_left',
  }),
});

export const automations = [
  defineAutomation({
    id: 'automation_ticket_unassigned',
    label: 'Support tickets: remember since when nobody is assigned',
    model: ticket,
    trigger: 'on_write',
    fields: ['x_user_id'],
    before: "[('x_user_id', '!=', False)]",
    filter: "[('x_user_id', '=', False)]",
    atOnce: true,
    code: "records.write({'x_unassigned_at': datetime.datetime.now()})",
  }),
];
