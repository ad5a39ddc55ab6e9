import {
  defineAutomation,
  defineParameter,
  defineServerAction,
  readCode,
  toExternalId,
} from '../../../schema/index.ts';
import { OPENED_ACTION, OPENED_BY } from '../../tickets/mail-taker.ts';
import { Ticket } from '../../tickets/models.ts';
import { PORTAL_MODULE } from '../../tickets/once-action.ts';
import { freeSlotsAction } from '../actions.ts';
import { Appointment } from '../models.ts';
import { TELL_PYTHON } from '../scripts.ts';
import { DECLINES_PARAMETER } from './answers.ts';

const ADDRESSES_PARAMETER = 'supportdesk.visit_addresses';
const WORDS_PARAMETER = 'supportdesk.visit_words';
/** Without one nobody gets in; administrators set it in Odoo, since it is a secret. */
export const WEBHOOK_KEY_PARAMETER = 'supportdesk.visit_webhook_key';
const PAYLOAD = 'supportdesk_visit_request';
const WEBHOOK_ACTION = 'action_visit_webhook';

export const requestActions = [
  defineServerAction({
    id: OPENED_ACTION,
    label: 'Support appointments: a mail that asks for one',
    model: Ticket.name,
    groups: ['group_administrator'],
    code: readCode(import.meta.url, 'request-by-mail', {
      tell: TELL_PYTHON,
      opened: OPENED_BY,
      addresses: ADDRESSES_PARAMETER,
      words: WORDS_PARAMETER,
    }),
  }),
  defineServerAction({
    id: WEBHOOK_ACTION,
    label: 'Support appointments: another program asks for one',
    model: Appointment.name,
    groups: ['group_administrator'],
    says: ['visit.suggested'],
    code: readCode(import.meta.url, 'request-by-webhook', {
      tell: TELL_PYTHON,
      asked: PAYLOAD,
      key: WEBHOOK_KEY_PARAMETER,
      module: PORTAL_MODULE,
      free: toExternalId(freeSlotsAction.declaration.id),
      free_asked: freeSlotsAction.asked,
    }),
  }),
];

/** Odoo answers 200 where a draft came of it, and 500 where the key is wrong or no address is named. */
export const webhookAutomation = defineAutomation({
  id: 'automation_visit_webhook',
  label: 'Support appointments: asked for by another program',
  model: Appointment.name,
  trigger: 'on_webhook',
  // Whoever calls is nobody to Odoo; what the action does first is look at the key.
  record: `model.browse(model.env.ref('${toExternalId(WEBHOOK_ACTION)}').with_user(1).with_context(${PAYLOAD}=payload).run()['id'] or [])`,
  code: 'pass',
});

/** What an organisation decides about what comes in, where Odoo's own code finds it. */
export const requestParameters = (decided: {
  readonly declined: 'draft' | 'cancel';
  readonly addresses: readonly string[];
  readonly words: readonly string[];
}) => [
  defineParameter({
    id: 'parameter_visit_declined',
    key: DECLINES_PARAMETER,
    value: decided.declined,
    sync: true,
  }),
  defineParameter({
    id: 'parameter_visit_addresses',
    key: ADDRESSES_PARAMETER,
    value: decided.addresses.map((address) => address.toLowerCase()).join(' ') || '-',
    sync: true,
  }),
  defineParameter({
    id: 'parameter_visit_words',
    key: WORDS_PARAMETER,
    value: decided.words.join('\n') || '-',
    sync: true,
  }),
];
