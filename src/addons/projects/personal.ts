import { definePersonal } from '../../schema/index.ts';
import { Project } from './models.ts';

/** Its name is the organisation’s own, and other tickets may be in it. */
export const personal = [
  definePersonal(Project, { of: ['x_partner_id'], end: 'keep', why: 'setting', keeps: ['x_name'] }),
];
