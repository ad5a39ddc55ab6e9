import { compileDomain, type Predicate } from '../domain/compile-domain.ts';
import { findRow, getUserRow, modelId, sudo, tableOf } from '../env.ts';
import { accessError } from '../faults.ts';
import type { Env, Model, Operation } from '../model.ts';
import { getNameById } from '../orm/display-name.ts';
import { evaluateRuleDomain } from '../python/run-python.ts';
import { type Row, toIds, toList } from '../values.ts';
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
  return findRuleRows(env, model, operation).map((row) => ({
    global: isGlobal(row),
    test: compileDomain(sudo(env), model, domainOf(env, row)),
  }));
}

/** The rules that apply to the user, in the order of their ids; none to the system. */
export function findRuleRows(env: Env, model: Model, operation: Operation): Row[] {
  if (env.su) return [];
  const userGroups = getUserGroups(env.engine, env.uid);
  return tableOf(env, 'ir.rule')
    .where({ model_id: modelId(env, model.name) })
    .filter((row) => row.get('active') !== false && row.get(`perm_${operation}`) !== false)
    .filter((row) => isGlobal(row) || toIds(row.get('groups')).some((group) => userGroups.has(group)))
    .sort((one, other) => one.id - other.id);
}

/** What the rules come to for the user, as one domain. */
export function combineRuleDomains(env: Env, model: Model, operation: Operation): readonly unknown[] {
  const rows = findRuleRows(env, model, operation);
  const [parentName, link] = parents[model.name] ?? [];
  const parent = env.engine.findModel(parentName ?? '');
  const inherited = parent ? combineRuleDomains(env, parent, operation) : [];
  const domainsOf = (some: readonly Row[]) => some.map((row) => normalize(domainOf(env, row)));
  const byGroup = rows.filter((row) => !isGlobal(row));
  return joinTerms('&', [
    ...(inherited.length > 0 ? [[[link, 'any', inherited]]] : []),
    ...domainsOf(rows.filter(isGlobal)),
    ...(byGroup.length > 0 ? [joinTerms('|', domainsOf(byGroup))] : []),
  ]);
}

const isGlobal = (row: Row): boolean => toIds(row.get('groups')).length === 0;

const domainOf = (env: Env, row: Row): readonly unknown[] =>
  toList(evaluateRuleDomain(sudo(env), String(row.get('domain_force') || '[]')));

/** Every "and" written out; one that is always true where there is no condition. */
function normalize(domain: readonly unknown[]): readonly unknown[] {
  if (domain.length === 0) return TRUE;
  let missing = 1;
  const written: unknown[] = [];
  for (const token of domain) {
    if (missing === 0) {
      written.unshift('&');
      missing = 1;
    }
    if (token === '&' || token === '|') missing += 1;
    else if (token !== '!') missing -= 1;
    written.push(token);
  }
  return written;
}

const TRUE: readonly unknown[] = [[1, '=', 1]];

/** As Odoo joins: what is always true drops out of an "and", and is all there is of an "or". */
function joinTerms(operator: '&' | '|', terms: readonly (readonly unknown[])[]): readonly unknown[] {
  const isTrue = (term: readonly unknown[]) => JSON.stringify(term) === JSON.stringify(TRUE);
  if (operator === '|' && terms.some(isTrue)) return TRUE;
  const told = terms.filter((term) => !isTrue(term));
  if (told.length === 0) return terms.length === 0 ? [] : TRUE;
  return [...told.slice(1).map(() => operator), ...told.flat()];
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
