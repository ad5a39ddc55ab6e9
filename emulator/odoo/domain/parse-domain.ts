import { valueError } from '../faults.ts';
import { pyRepr } from '../python/text.ts';

export type DomainNode =
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly DomainNode[] }
  | { readonly kind: 'not'; readonly node: DomainNode }
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'leaf'; readonly path: string; readonly operator: string; readonly value: unknown };

const operators = new Set([
  ...['=', '!=', '<=', '<', '>', '>=', '=?', '=like', '=ilike', 'like', 'not like', 'ilike', 'not ilike'],
  ...['in', 'not in', 'child_of', 'parent_of', 'any', 'not any', '<>'],
]);

/** Odoo's prefix notation to a tree; leaves that stand side by side are joined by "and". */
export function parseDomain(domain: unknown): DomainNode {
  if (domain === false || domain === null || domain === undefined) return { kind: 'and', nodes: [] };
  if (!Array.isArray(domain)) throw valueError(`Domain must be a list, got ${JSON.stringify(domain)}`);
  const tokens: readonly unknown[] = domain;
  let position = 0;

  function parseNext(): DomainNode {
    const token = tokens[position++];
    if (token === undefined) {
      throw valueError(`Domain ${JSON.stringify(domain)} is syntactically not correct.`);
    }
    if (token === '!') return { kind: 'not', node: parseNext() };
    if (token === '&' || token === '|') {
      return { kind: token === '&' ? 'and' : 'or', nodes: [parseNext(), parseNext()] };
    }
    return parseLeaf(token);
  }

  const nodes: DomainNode[] = [];
  while (position < tokens.length) nodes.push(parseNext());
  return nodes.length === 1 && nodes[0] ? nodes[0] : { kind: 'and', nodes };
}

function parseLeaf(token: unknown): DomainNode {
  if (token === true || token === false) return { kind: 'constant', value: token };
  const parts: readonly unknown[] = Array.isArray(token) ? token : [...String(token)];
  if (parts.length < 3) {
    throw valueError(`not enough values to unpack (expected 3, got ${parts.length})`);
  }
  if (parts.length > 3) throw valueError('too many values to unpack (expected 3)');
  const [left, operator, value] = parts;
  if ((left === 1 || left === 0) && typeof value === 'number') {
    return { kind: 'constant', value: (left === value) === (operator === '=') };
  }
  const name = String(operator).toLowerCase();
  if (typeof left !== 'string' || !operators.has(name)) {
    throw valueError(`Invalid leaf ${leafText(left, operator, value)}`);
  }
  return { kind: 'leaf', path: left, operator: name === '<>' ? '!=' : name, value };
}

/** A leaf as Python would print it. */
export const leafText = (left: unknown, operator: unknown, value: unknown): string =>
  `(${[left, operator, value].map(pyRepr).join(', ')})`;
