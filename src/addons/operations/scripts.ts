import { readCode } from '../../schema/index.ts';
import { GOES_WITH_TICKET, OPERATION } from '../tickets/goes-with-ticket.ts';
import { PUBLIC_MESSAGES } from '../tickets/public-messages.ts';

/** Python imports nothing in Odoo: each script begins with what it needs. */

/** In the context of whatever is written: nobody hears of it, and no rule takes it for work. */
export const SILENT = `supportdesk_no_mail=True, ${OPERATION}=True`;

/** What was said, and what was noted when an activity was done; changes of a ticket’s fields are its own. */
export const MOVABLE =
  "'|', ('message_type', 'in', ['comment', 'email', 'email_outgoing', 'auto_comment']), '&', ('message_type', '=', 'notification'), ('mail_activity_type_id', '!=', False)";
export const SAID = "('message_type', 'in', ['comment', 'email', 'email_outgoing', 'auto_comment'])";
export const PUBLIC = PUBLIC_MESSAGES.map(([field, operator, value]) => {
  const python = value === false ? 'False' : `[${value.map((one) => `'${one}'`).join(', ')}]`;
  return `('${field}', '${operator}', ${python})`;
}).join(', ');

/** What closing a ticket changes on it; some are fields of addons that may be off. */
const KEPT = [
  'x_stage_id',
  'x_closed_at',
  'x_started_at',
  'x_waiting_at',
  'x_life',
  'x_sla_ledger',
  'x_closing_is_held',
  'x_unheld_at',
  'x_merged_into_id',
];

export const CARRIED_PYTHON = readCode(import.meta.url, 'carried', {
  movable: MOVABLE,
  goes: GOES_WITH_TICKET,
  silent: SILENT,
  kept: `(${KEPT.map((name) => `'${name}'`).join(', ')})`,
});

export const TELL_PYTHON = readCode(import.meta.url, 'tell', { longest: '160', most: '10' });

export const SPLIT_PARTS_PYTHON = readCode(import.meta.url, 'split-parts', { movable: MOVABLE });
