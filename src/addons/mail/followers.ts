import {
  defineAutomation,
  defineServerAction,
  notNoted,
  readCode,
  toExternalId,
} from '../../schema/index.ts';
import { Ticket } from '../tickets/models.ts';
import { FIRE_MAIL_PYTHON } from './fire-event.ts';

/** Tickets that a transaction has dealt with. */
const FOLLOWED = 'supportdesk.followed';
const ASSIGNED = 'supportdesk.assigned';

const customersFollow = defineServerAction({
  id: 'action_customers_follow',
  label: 'Support mail: customers follow their new tickets',
  model: Ticket.name,
  code: readCode(import.meta.url, 'follow-customer'),
});

const otherCustomerFollows = defineServerAction({
  id: 'action_other_customer_follows',
  label: 'Support mail: another customer follows in place of the former',
  model: Ticket.name,
  code: readCode(import.meta.url, 'follow-other-customer'),
});

const assigned = defineServerAction({
  id: 'action_mail_assigned',
  label: 'Support mail: whoever is assigned follows and is told',
  model: Ticket.name,
  code: readCode(import.meta.url, 'assigned', { fire_mail: FIRE_MAIL_PYTHON }),
});

export const followActions = [customersFollow, otherCustomerFollows, assigned];

/** Who follows a ticket, however it came. Odoo itself subscribes whoever makes a record, and nobody else on models like ours. */
export const followers = [
  defineAutomation({
    id: 'automation_customer_follows',
    label: 'Support mail: the customer of a ticket follows it, and who no longer is its customer does not',
    model: Ticket.name,
    trigger: 'on_create_or_write',
    fields: ['x_partner_id'],
    together: `('x_partner_id', '!=', False), ('x_is_automatic', '=', False), ${notNoted(FOLLOWED)}`,
    code: readCode(import.meta.url, 'find-followed', {
      noted: FOLLOWED,
      opened: toExternalId(customersFollow.id),
      moved: toExternalId(otherCustomerFollows.id),
    }),
  }),
  defineAutomation({
    id: 'automation_assignee_follows',
    label: 'Support mail: who is assigned is told and follows, and who no longer is does not',
    model: Ticket.name,
    trigger: 'on_create_or_write',
    fields: ['x_user_id'],
    together: `('x_user_id', '!=', False), ${notNoted(ASSIGNED)}`,
    code: readCode(import.meta.url, 'find-assigned', { noted: ASSIGNED, action: toExternalId(assigned.id) }),
  }),
];
