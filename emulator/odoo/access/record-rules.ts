import { compileDomain, type Predicate } from '../domain/compile-domain.ts';
import { findRow, getUserRow, modelId, sudo, tableOf } from '../env.ts';
import { accessError } from '../faults.ts';
import type { Env, Model, Operation } from '../model.ts';
import { getNameById } from '../orm/display-name.ts';
import { evaluateRuleDomain } from '../python/run-python.ts';
import { isIdList } from '../values.ts';
import { getUserGroups } from './user-groups.ts';

interface AppliedRule {
  readonly global: boolean;
  readonly test: Predicate;
}

/** A record of one model is also one of another, whose rules apply to it too. */
const parents: Readonly<Record<string, readonly [model: string, field: string]>> = {
  'res.users': ['res.partner', 'partner_id'],
};

/** Which rows the record rules let the user touch: every global rule, and any of those of his groups. */
export function compileRules(env: Env, model: Model, operation: Operation): Predicate | undefined {
  if (env.su) return undefined;
  const own = combineRules(findRules(env, model, operation));
  const [parentName, link] = parents[model.name] ?? [];
  const parent = env.engine.findModel(parentName ?? '');
  const inherited = parent && compileRules(env, parent, operation);
  if (!parent || !link || !inherited) return own;
  return (row) => {
    const parentRow = findRow(env, parent.name, row.get(link));
    return (!own || own(row)) && parentRow !== undefined && inherited(parentRow);
  };
}

function combineRules(rules: readonly AppliedRule[]): Predicate | undefined {
  if (rules.length === 0) return undefined;
  const everywhere = rules.filter((rule) => rule.global);
  const byGroup = rules.filter((rule) => !rule.global);
  return (row) =>
    everywhere.every((rule) => rule.test(row)) &&
    (byGroup.length === 0 || byGroup.some((rule) => rule.test(row)));
}

function findRules(env: Env, model: Model, operation: Operation): AppliedRule[] {
  const userGroups = getUserGroups(env.engine, env.uid);
  const applied: AppliedRule[] = [];
  for (const row of tableOf(env, 'ir.rule').where({ model_id: modelId(env, model.name) })) {
    if (row.get('active') === false || row.get(`perm_${operation}`) === false) continue;
    const groups = row.get('groups');
    const limited = isIdList(groups) && groups.length > 0;
    if (limited && !groups.some((group) => userGroups.has(group))) continue;
    const domain = evaluateRuleDomain(sudo(env), String(row.get('domain_force') || '[]'));
    applied.push({ global: !limited, test: compileDomain(sudo(env), model, domain) });
  }
  return applied;
}

export function recordRuleError(env: Env, model: Model, operation: Operation) {
  const user = getUserRow(env);
  const who = `${getNameById(env, 'res.users', user.id)} (id=${user.id})`;
  return accessError(
    'Uh-oh! Looks like you have stumbled upon some top-secret records.\n\n' +
      `Sorry, ${who} doesn't have '${operation}' access to:\n- ${model.label} (${model.name})\n\n` +
      'If you really, really need access, perhaps you can win over your friendly administrator ' +
      'with a batch of freshly baked cookies.',
  );
}
