import { expandGroups, groupFullName } from '../access/user-groups.ts';
import { compileDomain } from '../domain/compile-domain.ts';
import { findExternalId, findRow, getModel, sudo } from '../env.ts';
import { OdooFault, validationError } from '../faults.ts';
import type { Behaviour, Env } from '../model.ts';
import { evaluateRuleDomain } from '../python/run-python.ts';
import { type Row, toIds } from '../values.ts';
import { settleMembers, spreadMembers } from './group-members.ts';

export const irModelAccess: Behaviour = { hooks: { clearsCaches: 'first' } };

export const irRule: Behaviour = {
  hooks: { clearsCaches: 'last', saved: checkRule },
  computes: {
    global: (_env, row) => [row.get('groups') || []].flat().length === 0,
  },
};

function checkRule(env: Env, row: Row) {
  const model = findRow(env, 'ir.model', row.get('model_id'));
  if (!row.get('domain_force') || row.get('active') === false || !model) return;
  try {
    const domain = evaluateRuleDomain(sudo(env), String(row.get('domain_force')));
    compileDomain(sudo(env), getModel(env, String(model.get('model'))), domain);
  } catch (error) {
    if (error instanceof OdooFault) throw validationError(`Invalid domain: ${error.message}`);
    throw error;
  }
}

export const resGroups: Behaviour = {
  hooks: {
    clearsCaches: 'last',
    saved(env, row, values) {
      if ('users' in values) spreadMembers(env, row);
      if ('implied_ids' in values || 'users' in values) settleMembers(env);
    },
    displayName: (env, row) => groupFullName(env, row.id),
    searchNames: (env, row) => [String(row.get('name')), groupFullName(env, row.id)],
  },
  computes: {
    full_name: (env, row) => groupFullName(env, row.id),
    trans_implied_ids: (env, row) => [...expandGroups(env.engine, toIds(row.get('implied_ids')))],
  },
};

export const isShared = (env: Env, groups: readonly number[]) => {
  const internal = findExternalId(env, 'base.group_user')?.id ?? 0;
  return !expandGroups(env.engine, groups).has(internal);
};
