import { definePersonal } from '../../schema/index.ts';
import { Reassignment } from './models.ts';

export const personal = [definePersonal(Reassignment, { of: ['x_ticket_ids'], end: 'delete' })];
