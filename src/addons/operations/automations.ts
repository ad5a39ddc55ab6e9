import { defineAutomation, readCode, toExternalId } from '../../schema/index.ts';
import { IMPORTED } from '../../sync/import-records.ts';
import { OPERATION } from '../tickets/goes-with-ticket.ts';
import { DONE_STATE, WAITING_STATE } from '../tickets/life.ts';
import { Ticket } from '../tickets/models.ts';
import { ACTOR } from '../tickets/post-message.ts';
import { SILENT } from './scripts.ts';

/** `1` where a ticket stays open as long as one of its parts is. */
export const PARENT_PARAMETER = 'supportdesk.parent_waits_for_parts';

const model = Ticket.name;

const forward = (isReceived: boolean) =>
  readCode(import.meta.url, 'forward', {
    is_received: isReceived ? 'True' : 'False',
    waiting: WAITING_STATE,
    done: DONE_STATE,
    answered: toExternalId('automation_ticket_answered'),
  });

export const automations = [
  defineAutomation({
    id: 'automation_ticket_no_cycle',
    label: 'Support tickets: none is above itself',
    model,
    trigger: 'on_create_or_write',
    fields: ['x_parent_id', 'x_duplicate_of_id', 'x_blocked_by_ids', 'x_merged_into_id'],
    filter:
      "['|', '|', '|', ('x_parent_id', '!=', False), ('x_duplicate_of_id', '!=', False), ('x_blocked_by_ids', '!=', False), ('x_merged_into_id', '!=', False)]",
    unless: OPERATION,
    says: ['operations.cycle'],
    code: readCode(import.meta.url, 'keep-links', { imported: IMPORTED }),
  }),
  defineAutomation({
    id: 'automation_ticket_related',
    label: 'Support tickets: what is related is so both ways',
    model,
    trigger: 'on_write',
    fields: ['x_linked_ids'],
    unless: OPERATION,
    code: readCode(import.meta.url, 'mirror-links', { silent: SILENT, imported: IMPORTED }),
  }),
  defineAutomation({
    id: 'automation_ticket_parts',
    label: 'Support tickets: one with open parts is not closed, where the organisation wants it so',
    model,
    trigger: 'on_write',
    fields: ['x_state'],
    filter: `[('x_state', '=', '${DONE_STATE}'), ('x_child_ids', '!=', False)]`,
    // What is imported was closed elsewhere.
    unless: IMPORTED,
    says: ['operations.hasOpenParts'],
    atOnce: true,
    code: readCode(import.meta.url, 'keep-open', {
      parameter: PARENT_PARAMETER,
      actor: ACTOR,
      done: DONE_STATE,
    }),
  }),
  // The portal and our own mail door lead to the survivor by themselves; these are Odoo's chatter and its own mail door.
  defineAutomation({
    id: 'automation_ticket_merged_received',
    label: 'Support tickets: what customers say on a merged ticket goes to the one that goes on',
    model,
    trigger: 'on_message_received',
    before: "[('x_merged_into_id', '!=', False)]",
    code: forward(true),
  }),
  defineAutomation({
    id: 'automation_ticket_merged_sent',
    label: 'Support tickets: what the desk says on a merged ticket goes to the one that goes on',
    model,
    trigger: 'on_message_sent',
    before: "[('x_merged_into_id', '!=', False)]",
    code: forward(false),
  }),
];
