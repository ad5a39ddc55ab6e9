import { z } from 'zod';
import { defineAskedAction } from '../../actions/asked-action.ts';
import { defineServerAction, readCode, toExternalId } from '../../schema/index.ts';
import { FIRE_MAIL_PYTHON } from '../mail/fire-event.ts';
import { PORTAL_PARAMETER } from '../mail/layout.ts';
import { OFFER_ACTION, OFFER_EVENT } from '../mail/offer.ts';
import { EVERY_TECHNICIAN } from '../tickets/grant-access.ts';
import { DONE_STATE, WAITING_STATE } from '../tickets/life.ts';
import { TICKET_LIMITS } from '../tickets/limits.ts';
import { PORTAL_MODULE } from '../tickets/once-action.ts';
import { NOTICE_TEMPLATE } from './mail-templates.ts';
import { ClosingRule, ClosingTicket, FIND_RULE_PYTHON } from './models.ts';

const model = ClosingTicket.name;
const sign = readCode(import.meta.url, 'sign');
const people = [EVERY_TECHNICIAN];

/** Looks whether something is due, or does it: `{do: 'look' | 'work', limit}`. */
export const closeWaitingAction = defineAskedAction({
  id: 'action_close_waiting',
  label: 'Support closing: notices, chasers, closings and questions for a rating that are due',
  model,
  asked: 'supportdesk_closing',
  says: ['closing.closed', 'closing.failed'],
  code: (asked) =>
    readCode(import.meta.url, 'close-waiting', {
      asked,
      fire_mail: FIRE_MAIL_PYTHON,
      find_rule: FIND_RULE_PYTHON,
      notice: toExternalId(NOTICE_TEMPLATE),
      waiting: WAITING_STATE,
      done: DONE_STATE,
    }),
  /** `followed` are those that wait and follow a changed rule. */
  answer: z.object({ found: z.int(), followed: z.int(), more: z.boolean() }),
});

/** What stands in a link that a mail offered, and the key under which its answer is kept. */
export const lookAtLinkAction = defineAskedAction({
  id: 'action_look_at_link',
  label: 'Support closing: whether a link of a mail still opens its ticket',
  model,
  asked: 'supportdesk_link',
  code: (asked) => readCode(import.meta.url, 'look-at-link', { asked, sign, module: PORTAL_MODULE }),
  answer: z.discriminatedUnion('is_ours', [
    z.object({ is_ours: z.literal(false) }),
    z.object({
      is_ours: z.literal(true),
      reference: z.string(),
      subject: z.string(),
      state: z.string(),
      closes_at: z.string().or(z.literal(false)),
      has_answered: z.boolean(),
      goes_on_as: z.string().or(z.literal(false)),
      partner: z.int(),
      email: z.string(),
      tz: z.string().or(z.literal(false)),
      rating: z.string(),
    }),
  ]),
});

export const serverActions = [
  closeWaitingAction.declaration,
  lookAtLinkAction.declaration,
  defineServerAction({
    id: OFFER_ACTION,
    label: 'Support closing: what a mail to the customer offers',
    model,
    // Odoo writes mails as its system user.
    groups: ['group_administrator'],
    code: readCode(import.meta.url, 'offer', {
      sign,
      event: OFFER_EVENT,
      waiting: WAITING_STATE,
      done: DONE_STATE,
      module: PORTAL_MODULE,
      portal: PORTAL_PARAMETER,
      days: String(TICKET_LIMITS.linkDays),
    }),
  }),
  defineServerAction({
    id: 'action_closing_say_rest',
    label: 'Support closing: name the line of all other teams',
    model: ClosingRule.name,
    code: "action = {'words': say('closing.rest', env.context.get('lang') or env.user.lang, {})}",
    says: ['closing.rest'],
  }),
  defineServerAction({
    id: 'action_closing_hold',
    label: 'Hold',
    model,
    groups: people,
    menuOf: ['list', 'form'],
    code: readCode(import.meta.url, 'hold', { waiting: WAITING_STATE }),
  }),
  defineServerAction({
    id: 'action_closing_let_go',
    label: 'Let It Close',
    model,
    groups: people,
    menuOf: ['list', 'form'],
    code: readCode(import.meta.url, 'let-close'),
  }),
];
