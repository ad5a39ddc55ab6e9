import { expandGroups, groupFullName } from '../access/user-groups.ts';
import { compileDomain } from '../domain/compile-domain.ts';
import { findExternalId, findRow, getModel, sudo } from '../env.ts';
import { OdooFault, validationError } from '../faults.ts';
import type { Behaviour, Env } from '../model.ts';
import { evaluateRuleDomain } from '../python/run-python.ts';
import { isIdList, type Row } from '../values.ts';
import { clearsCachesAfter, clearsCachesBefore } from './clear-caches.ts';
import { settleMembers, spreadMembers } from './group-members.ts';

export const irModelAccess: Behaviour = {
  defaults: { active: true },
  hooks: clearsCachesBefore,
};

export const irRule: Behaviour = {
  defaults: { active: true, perm_read: true, perm_write: true, perm_create: true, perm_unlink: true },
  hooks: {
    ...clearsCachesAfter,
    afterCreate(env, rows) {
      for (const row of rows) checkRule(env, row);
      env.engine.clearCaches();
    },
    afterWrite(env, rows) {
      for (const row of rows) checkRule(env, row);
      env.engine.clearCaches();
    },
  },
  computes: {
    global: (_env, row) =>
      !isIdList(row.get('groups')) ||
      row.get('groups') === undefined ||
      [row.get('groups')].flat().length === 0,
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
    ...clearsCachesAfter,
    uniques: [
      {
        fields: ['name', 'category_id'],
        message: 'The name of the group must be unique within an application!',
      },
    ],
    afterCreate(env, rows, values) {
      spreadMembers(
        env,
        rows.filter((_, position) => 'users' in (values[position] ?? {})),
      );
      settleMembers(env);
      env.engine.clearCaches();
    },
    afterWrite(env, rows, values) {
      if ('users' in values) spreadMembers(env, rows);
      if ('implied_ids' in values || 'users' in values) settleMembers(env);
      env.engine.clearCaches();
    },
    displayName: (env, row) => groupFullName(env, row.id),
    searchNames: (env, row) => [String(row.get('name')), groupFullName(env, row.id)],
  },
  computes: {
    full_name: (env, row) => groupFullName(env, row.id),
    trans_implied_ids: (env, row) => {
      const implied = row.get('implied_ids');
      return [...expandGroups(env.engine, isIdList(implied) ? implied : [])];
    },
  },
};

export const isShared = (env: Env, groups: readonly number[]) => {
  const internal = findExternalId(env, 'base.group_user')?.id ?? 0;
  return !expandGroups(env.engine, groups).has(internal);
};
