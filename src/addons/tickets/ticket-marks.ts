import { DONE_STATE } from './life.ts';

/** The customer had the last word in a ticket that is not done; Python of Odoo's views, over fields that these load. */
export const HAS_CUSTOMER_ANSWERED = `x_last_author_id and not x_is_answered and x_state != '${DONE_STATE}'`;

/** Odoo would show a deadline of this morning in the colour of one of this evening: it counts days. */
export const DEADLINE_COLORS = `options="{'classes': {'bf': 'days &lt;= 0', 'danger': 'record.x_is_overdue', 'warning': 'days == 0 and not record.x_is_overdue'}}"`;

/** A moment to read: nobody works by the second. */
export const NO_SECONDS = `options="{'show_seconds': False}"`;
