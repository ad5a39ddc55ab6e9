import { definePersonal } from '../../schema/index.ts';
import { StageTicket } from './models.ts';

export const personal = [
  definePersonal(StageTicket, {
    clears: ['x_close_reason', 'x_solution'],
    shows: ['x_stage_id', 'x_solution'],
  }),
];
