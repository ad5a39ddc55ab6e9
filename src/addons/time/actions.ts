import { z } from 'zod';
import { defineAskedAction } from '../../actions/asked-action.ts';
import { defineAutomation, defineServerAction, readCode, toExternalId } from '../../schema/index.ts';
import { IMPORTED } from '../../sync/import-records.ts';
import { EVERY_TECHNICIAN } from '../tickets/grant-access.ts';
import { DONE_STATE } from '../tickets/life.ts';
import { TimeEntry, TimeTicket } from './models.ts';

/** Whether a ticket without time can be closed; the organisation's YAML says. */
export const ASK_PARAMETER = 'supportdesk.time_asked';
/** The project whose timesheets take the lines, by database id; made when the first one comes. */
const PROJECT_PARAMETER = 'supportdesk.time_project';
const LINES_MODULE = '__supportdesk_time__';

const stop = readCode(import.meta.url, 'stop');
const groups = [EVERY_TECHNICIAN];

export const postLinesAction = defineAskedAction({
  id: 'action_time_post_lines',
  label: 'Support time: entries become lines of Odoo’s Timesheets',
  model: TimeEntry.name,
  asked: 'supportdesk_time_lines',
  says: ['time.project'],
  code: (asked) =>
    readCode(import.meta.url, 'post-lines', { asked, project: PROJECT_PARAMETER, module: LINES_MODULE }),
  answer: z.object({ posted: z.int(), waiting: z.int(), last: z.int().default(0) }),
});

export const serverActions = [
  postLinesAction.declaration,
  defineServerAction({
    id: 'action_time_start',
    label: 'Start the Timer',
    model: TimeTicket.name,
    groups,
    says: ['time.stopped'],
    code: readCode(import.meta.url, 'start-timer', { stop }),
  }),
  defineServerAction({
    id: 'action_time_stop',
    label: 'Stop the Timer',
    model: TimeTicket.name,
    groups,
    code: readCode(import.meta.url, 'stop-timer', { stop }),
  }),
  defineServerAction({
    id: 'action_ticket_time',
    label: 'Time of a Ticket',
    model: TimeTicket.name,
    groups,
    code: readCode(import.meta.url, 'show-ticket-time'),
  }),
  defineServerAction({
    id: 'action_customer_time',
    label: 'Time of a Customer',
    model: 'res.partner',
    groups,
    code: readCode(import.meta.url, 'show-customer-time'),
  }),
];

export const automations = [
  defineAutomation({
    id: 'automation_time_filled',
    label: 'Support time: a new entry is of whoever writes it, and of today',
    model: TimeEntry.name,
    trigger: 'on_create_or_write',
    fields: ['x_user_id', 'x_date', 'x_coverage'],
    filter: "['|', '|', ('x_user_id', '=', False), ('x_date', '=', False), ('x_coverage', '=', False)]",
    code: readCode(import.meta.url, 'fill-entry'),
  }),
  defineAutomation({
    id: 'automation_time_checked',
    label: 'Support time: an entry is no longer than a day',
    model: TimeEntry.name,
    trigger: 'on_create_or_write',
    fields: ['x_hours'],
    filter: "['|', ('x_hours', '<', 0), ('x_hours', '>', 24)]",
    says: ['time.hours'],
    code: readCode(import.meta.url, 'check-entry'),
  }),
  defineAutomation({
    id: 'automation_time_line',
    label: 'Support time: the line in Odoo’s Timesheets follows its entry',
    model: TimeEntry.name,
    trigger: 'on_write',
    fields: ['x_hours', 'x_date'],
    filter: "[('x_line', '!=', False)]",
    code: readCode(import.meta.url, 'follow-entry'),
  }),
  defineAutomation({
    id: 'automation_time_line_gone',
    label: 'Support time: the line in Odoo’s Timesheets goes with its entry',
    model: TimeEntry.name,
    trigger: 'on_unlink',
    filter: "[('x_line', '!=', False)]",
    code: readCode(import.meta.url, 'drop-line'),
  }),
  defineAutomation({
    id: 'automation_time_asked',
    label: 'Support time: whoever closes a ticket without time is asked for it',
    model: TimeTicket.name,
    trigger: 'on_write',
    fields: ['x_state'],
    filter: `[('x_state', '=', '${DONE_STATE}')]`,
    unless: IMPORTED,
    says: ['time.asked'],
    atOnce: true,
    code: readCode(import.meta.url, 'ask-time', {
      technicians: toExternalId(EVERY_TECHNICIAN),
      service: toExternalId('group_service'),
      parameter: ASK_PARAMETER,
    }),
  }),
];
