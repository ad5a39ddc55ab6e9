import { definePersonal } from '../../schema/index.ts';
import { Figures } from './models.ts';

export const personal = [definePersonal(Figures, { of: ['x_ticket_id'], end: 'keep', why: 'figures' })];
