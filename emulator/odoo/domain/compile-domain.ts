import { getModel, tableOf, withContext } from '../env.ts';
import { valueError } from '../faults.ts';
import { isRelational, isToMany } from '../field.ts';
import type { Env, Field, Model } from '../model.ts';
import { getSearchNames } from '../orm/display-name.ts';
import { activeField, hidesArchived } from '../orm/hides-archived.ts';
import { getRawValue } from '../orm/raw-value.ts';
import { isIdList, type Row, toIds } from '../values.ts';
import { compareValue } from './compare-value.ts';
import { findAncestors, findDescendants } from './hierarchy.ts';
import { type DomainNode, leafText, parseDomain } from './parse-domain.ts';

export type Predicate = (row: Row) => boolean;

/** What the asker may find in another model that a domain leads into. */
export type Visibility = (env: Env, model: Model) => Predicate | undefined;

type Leaf = DomainNode & { readonly kind: 'leaf' };

/** A domain as a test of one row. What does not depend on the row is worked out once, here. */
export function compileDomain(env: Env, model: Model, domain: unknown, visibility?: Visibility): Predicate {
  return compileNode({ env, model, visibility }, parseDomain(domain));
}

interface Scope {
  readonly env: Env;
  readonly model: Model;
  readonly visibility: Visibility | undefined;
}

function compileNode(scope: Scope, node: DomainNode): Predicate {
  if (node.kind === 'constant') return () => node.value;
  if (node.kind === 'leaf') return compileLeaf(scope, node);
  if (node.kind === 'not') {
    const inner = compileNode(scope, node.node);
    return (row) => !inner(row);
  }
  const parts = node.nodes.map((part) => compileNode(scope, part));
  if (node.kind === 'or') return (row) => parts.some((part) => part(row));
  return (row) => parts.every((part) => part(row));
}

function compileLeaf(scope: Scope, leaf: Leaf): Predicate {
  const { env, model } = scope;
  const [name = '', ...rest] = leaf.path.split('.');
  const field = model.fields.get(name);
  if (!field) {
    throw valueError(
      `Invalid field ${model.name}.${name} in leaf ${leafText(leaf.path, leaf.operator, leaf.value)}`,
    );
  }
  if (field.searchable === false) return () => true;
  if (rest.length > 0 && isRelational(field)) {
    return compileAny(scope, field, [[rest.join('.'), leaf.operator, leaf.value]], false);
  }
  if (leaf.operator === 'any' || leaf.operator === 'not any') {
    return compileAny(scope, field, leaf.value, leaf.operator === 'not any');
  }
  if (leaf.operator === '=?') {
    return leaf.value ? compileLeaf(scope, { ...leaf, operator: '=' }) : () => true;
  }
  if (name === 'display_name') return compileNameTest(scope, leaf);
  if (leaf.operator === 'child_of' || leaf.operator === 'parent_of') {
    return compileHierarchy(scope, field, leaf);
  }
  if (isRelational(field) && comparesNames(leaf.value)) return compileRelatedName(scope, field, leaf);
  const test = compareValue(field, leaf.operator, leaf.value);
  if (field.type === 'one2many' && leaf.value === false) {
    const lines = findMatching({ ...scope, visibility: undefined }, field, []);
    return (row) => test(toIds(getRawValue(env, model, field, row)).filter((id) => lines.has(id)));
  }
  return (row) => test(getRawValue(env, model, field, row));
}

const comparesNames = (value: unknown) =>
  (typeof value === 'string' && value !== '') ||
  (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string'));

/** Text against the record's own name. */
function compileNameTest({ env, model }: Scope, leaf: Leaf): Predicate {
  const negative = leaf.operator === '!=' || leaf.operator.startsWith('not ');
  const test = compareValue({ name: 'display_name', type: 'char', label: '' }, leaf.operator, leaf.value);
  return (row) => {
    const names = getSearchNames(env, model, row);
    return negative ? names.every(test) : names.some(test);
  };
}

/** Text against the names of the records a relation leads to. */
function compileRelatedName(scope: Scope, field: Field, leaf: Leaf): Predicate {
  const negative = leaf.operator === '!=' || leaf.operator.startsWith('not ');
  const positive = { '!=': '=', 'not in': 'in' }[leaf.operator] ?? leaf.operator.replace(/^not /, '');
  const matches = compileAny(scope, field, [['display_name', positive, leaf.value]], false);
  return negative ? (row) => !matches(row) : matches;
}

/** Rows whose relation leads to at least one record of the inner domain. */
function compileAny(scope: Scope, field: Field, domain: unknown, negate: boolean): Predicate {
  const inner = field.autoJoin ? { ...scope, visibility: undefined } : scope;
  const found = findMatching(inner, field, domain);
  const test = leadsTo(scope, field, found);
  return (row) => test(row) !== negate;
}

/** Rows whose relation leads to one of these records. */
function leadsTo({ env, model }: Scope, field: Field, ids: ReadonlySet<number>): Predicate {
  return (row) => {
    const value = getRawValue(env, model, field, row);
    return isIdList(value) ? value.some((id) => ids.has(id)) : ids.has(Number(value));
  };
}

/** Of the model that a field leads to. Where it leads to many, archived ones are found by who asks for them. */
function findMatching(scope: Scope, field: Field, domain: unknown): Set<number> {
  const comodel = field.name === 'id' ? scope.model : getModel(scope.env, field.relation ?? scope.model.name);
  const env = isToMany(field) ? scope.env : withContext(scope.env, { active_test: false });
  const onlyActive = hidesArchived(env, comodel, domain);
  const active = activeField(comodel);
  const visible = scope.visibility?.(env, comodel);
  const test = compileDomain(env, comodel, domain, scope.visibility);
  const found = new Set<number>();
  for (const row of tableOf(env, comodel.name).rows()) {
    if (onlyActive && row.get(active) === false) continue;
    if (test(row) && (!visible || visible(row))) found.add(row.id);
  }
  return found;
}

function compileHierarchy(scope: Scope, field: Field, leaf: Leaf): Predicate {
  const { env, model } = scope;
  const comodel = field.name === 'id' ? model : getModel(env, field.relation ?? model.name);
  const named = comparesNames(leaf.value)
    ? [...findMatching(scope, field, [['display_name', 'ilike', leaf.value]])]
    : [leaf.value].flat().filter((id): id is number => typeof id === 'number');
  const walk = leaf.operator === 'child_of' ? findDescendants : findAncestors;
  const ids = walk(env, comodel, named);
  return field.name === 'id' ? (row) => ids.has(row.id) : leadsTo(scope, field, ids);
}
