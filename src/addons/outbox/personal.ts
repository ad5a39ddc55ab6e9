import { OutboxLine } from '../../outbox/outbox-model.ts';
import { definePersonal } from '../../schema/index.ts';

/** A contact’s or a ticket’s: the field says which. */
export const personal = [definePersonal(OutboxLine, { of: ['x_record'], end: 'delete' })];
