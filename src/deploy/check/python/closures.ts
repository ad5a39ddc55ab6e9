import { boundNames } from './bound-names.ts';
import type { Fault, Syntax } from './syntax.ts';

/**
 * A function, a lambda or a comprehension that uses a name of the function around it: Odoo refuses the cell in which
 * Python keeps it. (From 3.12 on Python makes none for some comprehensions, but Odoo runs on earlier ones, too.)
 */
export function findClosures(node: Syntax, around: ReadonlySet<string> = new Set()): readonly Fault[] {
  if (!isFunction(node)) return node.children.flatMap((child) => findClosures(child, around));
  const { outside, inside } = partsOf(node);
  const own = boundNames(node);
  const enclosing = new Set([...around].filter((name) => !own.has(name)));
  return [
    ...outside.flatMap((part) => findClosures(part, around)),
    ...inside.flatMap((part) => findUses(part, enclosing)),
    ...inside.flatMap((part) => findClosures(part, new Set([...enclosing, ...own]))),
  ];
}

const isFunction = ({ kind }: Syntax): boolean =>
  kind === 'FunctionDefinition' || kind === 'LambdaExpression' || isComprehension(kind);

export const isComprehension = (kind: string): boolean => kind.includes('Comprehension');

/** What runs in the function itself; of a comprehension the first list is made outside of it. */
function partsOf({ kind, children }: Syntax): {
  readonly outside: readonly Syntax[];
  readonly inside: readonly Syntax[];
} {
  if (kind === 'FunctionDefinition') {
    return { outside: [], inside: children.filter((child) => child.kind !== 'VariableName') };
  }
  const first = children.findIndex((child) => child.kind === 'in') + 1;
  if (!isComprehension(kind) || first === 0) return { outside: [], inside: children };
  return {
    outside: children.slice(first, first + 1),
    inside: children.filter((_, index) => index !== first),
  };
}

/** Uses in the function at hand only: those in functions within it are found there. */
function findUses(node: Syntax, names: ReadonlySet<string>): readonly Fault[] {
  if (isFunction(node)) return partsOf(node).outside.flatMap((part) => findUses(part, names));
  if (node.kind === 'VariableName' && names.has(node.text)) {
    const message = `Odoo refuses a function or comprehension that uses "${node.text}" of the function around it`;
    return [{ line: node.line, message }];
  }
  return node.children.flatMap((child) => findUses(child, names));
}
