import { isTrue, iterate, type PyValue } from './object.ts';
import { createScope, type Expression, type Scope } from './scope.ts';
import { type Syntax, unsupported } from './syntax.ts';

type Compile = (node: Syntax) => Expression;

/** `value for name in list if condition`, with any number of loops and conditions, as a list. */
export function compileComprehension(parts: readonly Syntax[], compile: Compile): Expression {
  const [first] = parts;
  if (!first) return () => [];
  const value = compile(first);
  const loop = compileClauses(parts.slice(1), compile);
  return (scope) => {
    const found: PyValue[] = [];
    loop(scope, (inner) => found.push(value(inner)));
    return found;
  };
}

export function compileDictComprehension(parts: readonly Syntax[], compile: Compile): Expression {
  const [keyNode, , valueNode] = parts;
  if (!keyNode || !valueNode) return () => new Map();
  const [key, value] = [compile(keyNode), compile(valueNode)];
  const loop = compileClauses(parts.slice(3), compile);
  return (scope) => {
    const found = new Map<PyValue, PyValue>();
    loop(scope, (inner) => found.set(key(inner), value(inner)));
    return found;
  };
}

type Loop = (scope: Scope, visit: (scope: Scope) => void) => void;

function compileClauses(parts: readonly Syntax[], compile: Compile): Loop {
  const [keyword, ...rest] = parts;
  if (!keyword) return (scope, visit) => visit(scope);
  if (keyword.name === 'if') {
    const [condition, ...others] = rest;
    if (!condition) throw unsupported(keyword);
    const test = compile(condition);
    const inner = compileClauses(others, compile);
    return (scope, visit) => {
      if (isTrue(test(scope))) inner(scope, visit);
    };
  }
  const position = rest.findIndex((part) => part.name === 'in');
  const list = rest[position + 1];
  if (keyword.name !== 'for' || !list) throw unsupported(keyword);
  const names = rest.slice(0, position).flatMap(({ name, text }) => (name === 'VariableName' ? [text] : []));
  const items = compile(list);
  const inner = compileClauses(rest.slice(position + 2), compile);
  return (scope, visit) => {
    for (const item of iterate(items(scope))) {
      inner(createScope(bind(names, item), scope.seenInside), visit);
    }
  };
}

/** Names with their values; several names take an item apart. */
function bind(names: readonly string[], item: PyValue): (readonly [string, PyValue])[] {
  const [only] = names;
  if (names.length === 1 && only) return [[only, item]];
  const values = iterate(item);
  return names.map((name, position) => [name, values[position]]);
}
