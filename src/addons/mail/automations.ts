import {
  defineAutomation,
  defineScheduledAction,
  defineServerAction,
  notNoted,
  readCode,
  toExternalId,
} from '../../schema/index.ts';
import { IMPORTED } from '../../sync/import-records.ts';
import { EVERY_TECHNICIAN } from '../tickets/grant-access.ts';
import { DONE_STATE, WAITING_STATE } from '../tickets/life.ts';
import { Ticket } from '../tickets/models.ts';
import { ACTOR } from '../tickets/post-message.ts';
import { REPLY_ADDRESS_PYTHON } from '../tickets/reply-address.ts';
import { FIND_ADDRESS_PYTHON } from './find-address.ts';
import { FIRE_MAIL_PYTHON } from './fire-event.ts';
import { followActions, followers } from './followers.ts';
import { describeEvent, EVENT_NAMES, ROLES } from './matrix.ts';
import { MailEvent } from './models.ts';
import { EXTRA_ROLE, OFFER, OFFER_ACTION, OFFER_EVENT } from './offer.ts';
import { WHY_BLOCKED_PYTHON } from './suppression.ts';

/** How many automatic mails an address gets in an hour. */
export const LIMIT_PARAMETER = 'supportdesk.mails_per_hour';
/** `0` where mail servers do not take addresses with a +. */
export const SIGNED_PARAMETER = 'supportdesk.signed_replies';

/** With its reference a subject fits what mail programs show in a line. */
const LONGEST_SUBJECT = 110;

/** Why somebody is not told; the first ones are those of suppressed addresses. */
const REASONS = ['bounced', 'robot', 'loop', 'asked', 'address', 'twice', 'follows', 'template', 'access'];

/** New tickets that a transaction has fired the event for. */
const OPENED = 'supportdesk.opened';

const model = Ticket.name;
const fire_mail = FIRE_MAIL_PYTHON;

const tellOpened = defineServerAction({
  id: 'action_mail_opened',
  label: 'Support mail: tell of new tickets',
  model,
  code: readCode(import.meta.url, 'tell-opened', { fire_mail, done: DONE_STATE }),
});

/** What automations carry out for many tickets at once. */
export const batchActions = [...followActions, tellOpened];

const events = [
  defineAutomation({
    id: 'automation_mail_opened',
    label: 'Support mail: tell of a new ticket',
    model,
    trigger: 'on_create',
    unless: IMPORTED,
    together: notNoted(OPENED),
    code: readCode(import.meta.url, 'find-opened', { noted: OPENED, action: toExternalId(tellOpened.id) }),
  }),
  defineAutomation({
    id: 'automation_mail_customer_found',
    label: 'Support mail: tell the customer of a new ticket, once that is known',
    model,
    trigger: 'on_write',
    fields: ['x_partner_id'],
    before: "[('x_partner_id', '=', False)]",
    filter: "[('x_partner_id', '!=', False), ('x_ticket_ref', '!=', False)]",
    unless: IMPORTED,
    code: readCode(import.meta.url, 'tell-customer-found', { fire_mail, done: DONE_STATE }),
  }),
  defineAutomation({
    id: 'automation_mail_state',
    label: 'Support mail: tell that a ticket waits or is done',
    model,
    trigger: 'on_write',
    fields: ['x_state'],
    filter: `[('x_state', 'in', ['${WAITING_STATE}', '${DONE_STATE}'])]`,
    unless: IMPORTED,
    atOnce: true,
    code: readCode(import.meta.url, 'tell-state', { fire_mail, waiting: WAITING_STATE, actor: ACTOR }),
  }),
  defineAutomation({
    id: 'automation_mail_customer_answered',
    label: 'Support mail: tell that the customer answered',
    model,
    trigger: 'on_message_received',
    code: readCode(import.meta.url, 'tell-answer', {
      fire_mail,
      event: 'answered_by_customer',
      done: DONE_STATE,
    }),
  }),
  defineAutomation({
    id: 'automation_mail_desk_answered',
    label: 'Support mail: tell that the desk answered',
    model,
    trigger: 'on_message_sent',
    code: readCode(import.meta.url, 'tell-answer', {
      fire_mail,
      event: 'answered_by_desk',
      done: DONE_STATE,
    }),
  }),
];

export const automations = [
  ...followers,
  ...events,
  defineAutomation({
    id: 'automation_mail_event',
    label: 'Support mail: write what the service wants told, at once',
    model: MailEvent.name,
    trigger: 'on_create',
    filter: "[('x_state', '=', 'waiting'), ('x_by_service', '=', True)]",
    code: readCode(import.meta.url, 'run-soon'),
  }),
  // On mails and not on messages: an import writes thousands of these, and no mail.
  defineAutomation({
    id: 'automation_mail_address',
    label: 'Support mail: subject, sender, reply address and headers of mails about tickets',
    model: 'mail.mail',
    trigger: 'on_create',
    filter: `[('mail_message_id.model', '=', '${model}')]`,
    code: readCode(import.meta.url, 'address-mail', {
      reply_address: REPLY_ADDRESS_PYTHON,
      find_address: FIND_ADDRESS_PYTHON,
      longest: String(LONGEST_SUBJECT),
      signed: SIGNED_PARAMETER,
    }),
  }),
];

export const sendMails = defineScheduledAction({
  id: 'cron_mail',
  label: 'Support mail: write what is to be told',
  model: MailEvent.name,
  every: { amount: 15, unit: 'minutes' },
  says: [...ROLES.map((role) => `mail.role.${role}`), ...REASONS.map((reason) => `mail.why.${reason}`)],
  code: readCode(import.meta.url, 'send-mails', {
    why_blocked: WHY_BLOCKED_PYTHON,
    limit: LIMIT_PARAMETER,
    everybody: toExternalId(EVERY_TECHNICIAN),
    may: renderAllowed(),
    offers: toExternalId(OFFER_ACTION),
    offer_event: OFFER_EVENT,
    offer: OFFER,
    extra_role: EXTRA_ROLE,
  }),
});

/** Who may be told of what, as a Python dictionary. */
function renderAllowed(): string {
  const lines = EVENT_NAMES.map(
    (name) =>
      `'${name}': [${describeEvent(name)
        .may.map((role) => `'${role}'`)
        .join(', ')}]`,
  );
  return `{${lines.join(', ')}}`;
}
