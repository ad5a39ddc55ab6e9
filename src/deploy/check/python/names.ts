import {
  findFieldFault,
  findPathFault,
  findTextFault,
  findValueFault,
  type KnownNames,
} from '../known-names.ts';
import { findDomainFaults } from './domain.ts';
import { type Fault, itemsOf, type Syntax, textOf } from './syntax.ts';
import { createTypes, type Types } from './types.ts';

export interface NameOptions {
  /** Which models' records the names hold that the code finds. */
  readonly roots?: Readonly<Record<string, string>> | undefined;
  /** The whole is a domain of this model. */
  readonly domainOf?: string | undefined;
  /** The whole is a dictionary of values of this model. */
  readonly valuesOf?: string | undefined;
  /** Bare names that begin with `x_` are fields of this model, as in a form. */
  readonly variablesOf?: string | undefined;
}

/**
 * Every name that begins with `x_`, as an attribute, a key or a text, is declared: on the model at hand where the code
 * tells which that is, else on any.
 */
export function findUnknownNames(
  tree: Syntax,
  names: KnownNames,
  { roots = {}, domainOf, valuesOf, variablesOf }: NameOptions,
): readonly Fault[] {
  const faults: Fault[] = [];
  /** Texts that were looked at with what they stand in. */
  const seen = new Set<Syntax>();
  if (domainOf !== undefined) checkDomain(tree, domainOf);
  if (valuesOf !== undefined) checkValues(tree, valuesOf);
  walk(tree, createTypes(names, roots));
  return faults;

  function report({ line }: Syntax, message: string | undefined): void {
    if (message !== undefined) faults.push({ line, message });
  }

  function walk(node: Syntax, types: Types): void {
    const within = types.enter(node);
    look(node, within);
    for (const child of node.children) walk(child, within);
    types.leave(node);
  }

  function look(node: Syntax, types: Types): void {
    const { kind, text } = node;
    if (kind === 'MemberExpression') checkMember(node, types);
    if (kind === 'BinaryExpression') checkComparison(node, types);
    if (kind === 'CallExpression') checkCall(node, types);
    if (kind === 'KeywordName') report(node, findTextFault(names, text));
    if (kind === 'String' && !seen.has(node)) report(node, findTextFault(names, textOf(node) ?? ''));
    if (kind === 'VariableName' && variablesOf !== undefined && text.startsWith('x_')) {
      report(node, findFieldFault(names, variablesOf, text));
    }
  }

  function checkMember(node: Syntax, types: Types): void {
    const [base, , part] = node.children;
    const name = part?.kind === 'PropertyName' ? part.text : textOf(part);
    if (base === undefined || part === undefined || !name?.startsWith('x_') || name.includes('.')) return;
    seen.add(part);
    report(node, findFieldFault(names, types.of(base), name));
  }

  /** `record.x_state == 'doen'` */
  function checkComparison({ children }: Syntax, types: Types): void {
    const [left, operator, right] = children;
    if (!/^[!=]=$/.test(operator?.text ?? '') || left?.kind !== 'MemberExpression') return;
    const [base, , field] = left.children;
    const value = textOf(right);
    if (base === undefined || field?.kind !== 'PropertyName' || value === undefined) return;
    report(left, findValueFault(names, types.of(base), field.text, value));
  }

  /** Arguments that name fields of the model whose method is called. */
  function checkCall({ children: [callee, list] }: Syntax, types: Types): void {
    const [base, , method] = callee?.kind === 'MemberExpression' ? callee.children : [];
    const model = base && types.of(base);
    const first = list && itemsOf(list)[0];
    if (first === undefined || method === undefined || model === undefined) return;
    if (TAKES_DOMAIN.has(method.text)) checkDomain(first, model);
    if (TAKES_VALUES.has(method.text)) checkValues(first, model);
    if (TAKES_PATH.has(method.text) && first.kind === 'String') {
      seen.add(first);
      report(first, findPathFault(names, model, textOf(first) ?? ''));
    }
  }

  function checkDomain(domain: Syntax, model: string): void {
    if (domain.kind !== 'ArrayExpression') return;
    faults.push(...findDomainFaults(domain, names, model));
    for (const leaf of itemsOf(domain)) for (const field of itemsOf(leaf).slice(0, 1)) seen.add(field);
  }

  function checkValues(node: Syntax, model: string): void {
    if (node.kind === 'ArrayExpression') for (const item of itemsOf(node)) checkValues(item, model);
    if (node.kind !== 'DictionaryExpression') return;
    for (const [index, key] of node.children.entries()) {
      const name = node.children[index + 1]?.kind === ':' ? textOf(key) : undefined;
      if (name === undefined) continue;
      seen.add(key);
      report(key, findFieldFault(names, model, name));
    }
  }
}

const TAKES_DOMAIN = new Set(['search', 'search_count', 'search_read', 'filtered_domain', '_read_group']);
const TAKES_PATH = new Set(['mapped', 'filtered', 'sorted']);
const TAKES_VALUES = new Set(['create', 'write']);
