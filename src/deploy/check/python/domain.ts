import { findPathFault, findValueFault, type KnownNames } from '../known-names.ts';
import { type Fault, itemsOf, type Syntax, textOf } from './syntax.ts';

/** The fields that a written-out domain names, and the values that it compares selections with. */
export function findDomainFaults(tree: Syntax, names: KnownNames, model: string): readonly Fault[] {
  return itemsOf(tree).flatMap((leaf) => {
    const [field, operator, value] = LEAVES.has(leaf.kind) ? itemsOf(leaf) : [];
    const path = textOf(field);
    if (path === undefined || operator === undefined) return [];
    const fault = findPathFault(names, model, path);
    if (fault !== undefined) return [{ line: leaf.line, message: fault }];
    return valuesIn(value).flatMap((text) => {
      const message = findValueFault(names, model, path, text);
      return message === undefined ? [] : [{ line: leaf.line, message }];
    });
  });
}

const LEAVES = new Set(['TupleExpression', 'ArrayExpression']);

function valuesIn(value: Syntax | undefined): readonly string[] {
  const parts = value !== undefined && LEAVES.has(value.kind) ? itemsOf(value) : [value];
  return parts.flatMap((part) => textOf(part) ?? []);
}
