import { compileDomain, type Predicate } from '../domain/compile-domain.ts';
import { getUserRow, sudo, tableOf } from '../env.ts';
import { accessError } from '../faults.ts';
import type { Env, Model, Operation } from '../model.ts';
import { getDisplayName } from '../orm/display-name.ts';
import { evaluateRuleDomain } from '../python/run-python.ts';
import { isIdList, type Row } from '../values.ts';
import { getUserGroups, hasGroup, isInternalUser } from './user-groups.ts';

interface AppliedRule {
  readonly row: Row;
  readonly global: boolean;
  readonly test: Predicate;
}

/** Which rows the record rules let the user touch: every global rule, and any of those of his groups. */
export function compileRules(env: Env, model: Model, operation: Operation): Predicate | undefined {
  if (env.su) return undefined;
  const rules = findRules(env, model, operation);
  if (rules.length === 0) return undefined;
  const everywhere = rules.filter((rule) => rule.global);
  const byGroup = rules.filter((rule) => !rule.global);
  return (row) =>
    everywhere.every((rule) => rule.test(row)) &&
    (byGroup.length === 0 || byGroup.some((rule) => rule.test(row)));
}

function findRules(env: Env, model: Model, operation: Operation): AppliedRule[] {
  const described = tableOf(env, 'ir.model').idsWhere('model', model.name)[0] ?? 0;
  const table = tableOf(env, 'ir.rule');
  const userGroups = getUserGroups(env.engine, env.uid);
  const applied: AppliedRule[] = [];
  for (const id of table.idsWhere('model_id', described)) {
    const row = table.get(id);
    if (!row || row.get('active') === false || row.get(`perm_${operation}`) === false) continue;
    const groups = row.get('groups');
    const limited = isIdList(groups) && groups.length > 0;
    if (limited && !groups.some((group) => userGroups.has(group))) continue;
    const domain = evaluateRuleDomain(sudo(env), String(row.get('domain_force') || '[]'));
    applied.push({ row, global: !limited, test: compileDomain(sudo(env), model, domain) });
  }
  return applied;
}

const names: Readonly<Record<Operation, string>> = {
  read: 'read',
  write: 'write',
  create: 'create',
  unlink: 'unlink',
};

export function recordRuleError(env: Env, model: Model, operation: Operation, rows: readonly Row[]) {
  const user = getUserRow(env);
  const who = `${getDisplayName(env, getUserModel(env), user)} (id=${user.id})`;
  const head =
    'Uh-oh! Looks like you have stumbled upon some top-secret records.\n\n' +
    `Sorry, ${who} doesn't have '${names[operation]}' access to:`;
  const tail =
    'If you really, really need access, perhaps you can win over your friendly administrator with a batch of freshly baked cookies.';
  if (!isInternalUser(env) || !hasGroup(env, 'base.group_no_one')) {
    return accessError(`${head}\n- ${model.label} (${model.name})\n\n${tail}`);
  }
  const listed = rows
    .slice(0, 6)
    .map((row) => `- ${model.label}, ${getDisplayName(env, model, row)} (${model.name}: ${row.id})`);
  const blamed = findRules(env, model, operation)
    .filter((rule) => rows.some((row) => !rule.test(row)))
    .map((rule) => `- ${String(rule.row.get('name') || '')}`);
  return accessError(
    `${head}\n${listed.join('\n')}\n\nBlame the following rules:\n${blamed.join('\n')}\n\n${tail}`,
  );
}

function getUserModel(env: Env): Model {
  const model = env.engine.findModel('res.users');
  if (!model) throw new Error('res.users is always there');
  return model;
}
