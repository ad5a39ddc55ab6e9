import { findRow } from '../env.ts';
import type { Behaviour } from '../model.ts';

export const mailAlias: Behaviour = {
  computes: {
    alias_full_name: (env, row) => {
      const domain = findRow(env, 'mail.alias.domain', row.get('alias_domain_id'))?.get('name');
      return domain ? `${String(row.get('alias_name'))}@${String(domain)}` : (row.get('alias_name') ?? false);
    },
  },
};

export const mailAliasDomain: Behaviour = {
  computes: {
    bounce_email: (_env, row) => `${String(row.get('bounce_alias'))}@${String(row.get('name'))}`,
    catchall_email: (_env, row) => `${String(row.get('catchall_alias'))}@${String(row.get('name'))}`,
    default_from_email: (_env, row) => `${String(row.get('default_from'))}@${String(row.get('name'))}`,
  },
};
