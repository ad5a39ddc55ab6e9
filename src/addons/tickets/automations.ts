import {
  defineAutomation,
  defineSequence,
  defineServerAction,
  readCode,
  toExternalId,
} from '../../schema/index.ts';
import { IMPORTED } from '../../sync/import-records.ts';
import { EVERY_TECHNICIAN } from './grant-access.ts';
import { DONE_STATE, FIRST_STATE, IS_OPEN_PYTHON, WAITING_STATE, WORKING_STATE } from './life.ts';

/** How many hours a ticket may take; the organisation's YAML says. */
export const DEADLINE_PARAMETER = 'supportdesk.deadline_hours';

/** In a call's context: the message that came too late. */
const LATE = 'supportdesk_late_message';

/** The one rule of what an answer to a closed ticket comes to, by whichever door it comes. */
export const followUp = defineServerAction({
  id: 'action_ticket_follow_up',
  label: 'Support tickets: open the one that follows a closed ticket',
  model: 'x_support.ticket',
  code: readCode(import.meta.url, 'follow-up', {
    late: LATE,
    waiting: WAITING_STATE,
    done: DONE_STATE,
    working: WORKING_STATE,
  }),
});

export const sequences = [
  defineSequence({
    id: 'sequence_ticket',
    label: 'Support Ticket',
    code: 'x_support.ticket',
    prefix: 'TKT-',
    padding: 5,
  }),
];

export const automations = [
  // Odoo works out once what a user may see, and keeps it when only their contact changes.
  defineAutomation({
    id: 'automation_customer_moved',
    label: 'Support tickets: a customer who changes company sees the tickets of the new one at once',
    model: 'res.partner',
    trigger: 'on_create_or_write',
    fields: ['commercial_partner_id', 'x_own_tickets_only'],
    filter: "[('user_ids', '!=', False)]",
    code: 'env.registry.clear_cache()',
  }),
  defineAutomation({
    id: 'automation_ticket_reference',
    label: 'Support tickets: a new ticket gets its reference and its deadline',
    model: 'x_support.ticket',
    trigger: 'on_create_or_write',
    fields: ['x_ticket_ref'],
    filter: "[('x_ticket_ref', '=', False)]",
    together: "('x_ticket_ref', '=', False)",
    // A ticket that was opened elsewhere and imported brings its own dates.
    code: readCode(import.meta.url, 'give-reference', { parameter: DEADLINE_PARAMETER }),
  }),
  defineAutomation({
    id: 'automation_ticket_files',
    label: 'Support tickets: files that were added before the ticket was saved belong to it',
    model: 'x_support.ticket',
    trigger: 'on_create_or_write',
    fields: ['x_file_ids'],
    filter: "[('x_file_ids.res_id', '=', 0)]",
    code: readCode(import.meta.url, 'claim-files'),
  }),
  defineAutomation({
    id: 'automation_ticket_started',
    label: 'Support tickets: remember when work began and when it had to wait',
    model: 'x_support.ticket',
    trigger: 'on_create_or_write',
    fields: ['x_state'],
    filter: `[('x_state', 'in', ['${WORKING_STATE}', '${WAITING_STATE}'])]`,
    // What is imported brings its own dates, or has none.
    unless: IMPORTED,
    code: readCode(import.meta.url, 'note-work-begun', { waiting: WAITING_STATE }),
  }),
  defineAutomation({
    id: 'automation_ticket_state',
    label: 'Support tickets: note each change of the status',
    model: 'x_support.ticket',
    // That it was opened is no change.
    trigger: 'on_write',
    fields: ['x_state'],
    filter: "[('x_state', '!=', False)]",
    // What is imported happened elsewhere and brings its own dates.
    unless: IMPORTED,
    code: readCode(import.meta.url, 'note-life'),
  }),
  defineAutomation({
    id: 'automation_ticket_answered',
    label:
      'Support tickets: a customer’s answer puts a waiting or closed ticket back to work, or opens the next one',
    model: 'x_support.ticket',
    // By mail, in Odoo or on the portal; what Odoo sends of itself is no message received.
    trigger: 'on_message_received',
    // What machines answer is no message received: the addon intake files it as a note.
    code: readCode(import.meta.url, 'reopen-on-answer', {
      waiting: WAITING_STATE,
      done: DONE_STATE,
      working: WORKING_STATE,
      follow_up: toExternalId(followUp.id),
      late: LATE,
    }),
  }),
  defineAutomation({
    id: 'automation_ticket_taken_up',
    label: 'Support tickets: a new ticket is in progress once the desk has answered',
    model: 'x_support.ticket',
    trigger: 'on_message_sent',
    before: `[('x_state', '=', '${FIRST_STATE}')]`,
    code: readCode(import.meta.url, 'take-up', {
      technicians: toExternalId(EVERY_TECHNICIAN),
      working: WORKING_STATE,
    }),
  }),
  defineAutomation({
    id: 'automation_ticket_closed',
    label: 'Support tickets: remember when a ticket was done',
    model: 'x_support.ticket',
    trigger: 'on_create_or_write',
    fields: ['x_state', 'x_closed_at'],
    filter: `['|', '&', ('x_state', '=', '${DONE_STATE}'), ('x_closed_at', '=', False), '&', ${IS_OPEN_PYTHON}, ('x_closed_at', '!=', False)]`,
    code: readCode(import.meta.url, 'note-closing', { done: DONE_STATE }),
  }),
];
