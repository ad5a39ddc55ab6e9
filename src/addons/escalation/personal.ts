import { definePersonal } from '../../schema/index.ts';
import { EscalationAct, EscalationWatch } from './models.ts';

export const personal = [
  // The level and what it waited for.
  definePersonal(EscalationAct, {
    of: ['x_ticket_id'],
    end: 'keep',
    why: 'figures',
    keeps: ['x_name', 'x_run'],
    hides: ['x_run'],
  }),
  definePersonal(EscalationWatch, { of: ['x_ticket_id'], end: 'delete' }),
];
