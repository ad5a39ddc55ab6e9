import { OutboxLine } from '../../outbox/outbox-model.ts';
import { defineServerAction } from '../../schema/index.ts';

const model = OutboxLine.name;
const groups = ['group_administrator'];

/** Administrators only read; `sudo` is theirs by the group of the button. What is out stays as it is. */
export const buttons = [
  defineServerAction({
    id: 'action_outbox_retry',
    label: 'Send Now',
    model,
    groups,
    menuOf: ['list'],
    code: `
open = records.sudo().filtered(lambda line: line.x_state != 'sent')
open.write({'x_state': 'waiting', 'x_attempts': 0, 'x_next_at': False, 'x_error': False})`.trim(),
  }),
  defineServerAction({
    id: 'action_outbox_dismiss',
    label: 'Dismiss',
    model,
    groups,
    menuOf: ['list'],
    code: `
open = records.sudo().filtered(lambda line: line.x_state != 'sent')
open.write({'x_state': 'dismissed', 'x_next_at': False})`.trim(),
  }),
];
