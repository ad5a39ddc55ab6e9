import { definePersonal } from '../../schema/index.ts';
import { Operation } from './models.ts';
import { Merge, Split, SplitLine } from './wizard-models.ts';

export const personal = [
  // References and numbers, by which it is undone.
  definePersonal(Operation, {
    of: ['x_ticket_id', 'x_ticket_ids'],
    end: 'keep',
    why: 'journal',
    keeps: ['x_name', 'x_moved'],
    hides: ['x_moved'],
  }),
  definePersonal(Merge, { of: ['x_ticket_ids', 'x_into_id', 'x_customer_id'], end: 'delete' }),
  definePersonal(Split, { of: ['x_ticket_id', 'x_partner_id'], end: 'delete' }),
  definePersonal(SplitLine, { of: ['x_split_id'], end: 'delete' }),
];
