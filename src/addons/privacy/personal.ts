import { definePersonal } from '../../schema/index.ts';
import { PrivacyRequest } from './models.ts';

export const personal = [
  definePersonal(PrivacyRequest, {
    of: ['x_partner_id'],
    end: 'keep',
    why: 'journal',
    keeps: ['x_contact', 'x_counts', 'x_error', 'x_typed'],
  }),
];
