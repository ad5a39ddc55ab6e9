import { definePersonal } from '../../schema/index.ts';
import { MailBlock, MailEvent } from './models.ts';

/** The line stays, so that no mail is sent twice; what it said does not. */
export const personal = [
  definePersonal(MailEvent, {
    of: ['x_ticket_id', 'x_customer_id'],
    names: ['x_told_ids', 'x_actor_id'],
    end: 'clear',
    why: 'journal',
    clears: ['x_note', 'x_told', 'x_error'],
    keeps: ['x_key'],
    hides: ['x_key'],
  }),
  definePersonal(MailBlock, { addresses: ['x_name'], end: 'delete' }),
];
