import { definePersonal } from '../../schema/index.ts';
import { Recurrence } from './models.ts';

/** As long as it is active it would open tickets of somebody whom nobody knows. */
export const personal = [
  definePersonal(Recurrence, {
    of: ['x_partner_id'],
    end: 'keep',
    why: 'setting',
    blocks: [['x_active', '=', true]],
    keeps: ['x_name', 'x_error'],
  }),
];
