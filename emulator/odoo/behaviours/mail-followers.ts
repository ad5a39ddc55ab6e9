import { findRow } from '../env.ts';
import type { Behaviour } from '../model.ts';
import { normalizeEmail } from './res-partner.ts';

export const mailFollowers: Behaviour = {
  computes: {
    name: (env, row) => findRow(env, 'res.partner', row.get('partner_id'))?.get('name') ?? false,
    email: (env, row) => normalizeEmail(findRow(env, 'res.partner', row.get('partner_id'))?.get('email')),
    is_active: (env, row) => findRow(env, 'res.partner', row.get('partner_id'))?.get('active') !== false,
  },
};
