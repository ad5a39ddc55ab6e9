import { type KnownNames, relationOf } from '../known-names.ts';
import { itemsOf, type Syntax, textOf } from './syntax.ts';

/** What is known, while code is walked from top to bottom, of which model's records a name or an expression holds. */
export interface Types {
  of(node: Syntax): string | undefined;
  /** Takes in what the node binds for what stands in it; `leave` is told once that is done. */
  enter(node: Syntax): Types;
  leave(node: Syntax): void;
}

type Names = Map<string, string | undefined>;

export function createTypes(names: KnownNames, roots: Readonly<Record<string, string>>): Types {
  return typesIn(names, new Map(Object.entries(roots)));
}

function typesIn(names: KnownNames, known: Names): Types {
  const of = (node: Syntax): string | undefined => typeOf(node, names, known);
  const types: Types = {
    of,
    enter(node) {
      if (node.kind === 'CallExpression') return typesIn(names, withParameters(node, known, of));
      if (node.kind.includes('Comprehension')) return typesIn(names, withLoop(node, new Map(known), of));
      if (node.kind === 'ForStatement') withLoop(node, known, of);
      return types;
    },
    leave(node) {
      const [target, operator, value] = node.kind === 'AssignStatement' ? node.children : [];
      if (target?.kind !== 'VariableName' || operator?.kind !== 'AssignOp' || value === undefined) return;
      known.set(target.text, of(value));
    },
  };
  return types;
}

function typeOf(node: Syntax, names: KnownNames, known: Names): string | undefined {
  const [first, second, third] = node.children;
  const of = (part: Syntax | undefined) => part && typeOf(part, names, known);
  switch (node.kind) {
    case 'VariableName':
      return known.get(node.text);
    case 'ParenthesizedExpression':
      return of(itemsOf(node)[0]);
    case 'BinaryExpression':
      return /^(and|or|not|in|is|[<>=!]+)$/.test(second?.text ?? '')
        ? of(second?.text === 'or' ? third : undefined)
        : of(first);
    case 'ConditionalExpression':
      return of(first) ?? of(node.children.at(-1));
    case 'MemberExpression':
      return first && third && typeOfMember(first, third, of(first), names);
    case 'CallExpression':
      return first?.kind === 'MemberExpression' ? typeOfCall(node, of(first.children[0]), names) : undefined;
    default:
      return undefined;
  }
}

function typeOfMember(
  base: Syntax,
  part: Syntax,
  model: string | undefined,
  names: KnownNames,
): string | undefined {
  const isEnv = base.text === 'env' || base.text.endsWith('.env');
  if (part.kind === 'PropertyName') {
    if (isEnv)
      return part.text === 'user' ? 'res.users' : part.text === 'company' ? 'res.company' : undefined;
    return model === undefined ? undefined : relationOf(names, model, part.text);
  }
  const text = textOf(part);
  if (isEnv) return text;
  if (model === undefined || text === undefined) return model;
  return relationOf(names, model, text);
}

/** Methods that answer records of the same model. */
const SAME =
  /^(sudo|with_context|with_user|with_company|with_env|browse|search|create|copy|exists|filtered|filtered_domain|sorted|ensure_one|_load_records)$/;

function typeOfCall(node: Syntax, model: string | undefined, names: KnownNames): string | undefined {
  const method = node.children[0]?.children[2]?.text ?? '';
  if (SAME.test(method) || model === undefined) return SAME.test(method) ? model : undefined;
  const path = node.children[1] ? textOf(itemsOf(node.children[1])[0]) : undefined;
  if (method !== 'mapped' || path === undefined) return undefined;
  return path
    .split('.')
    .reduce<string | undefined>((at, field) => (at === undefined ? at : relationOf(names, at, field)), model);
}

/** `records.filtered(lambda record: …)`: the lambda gets records of the same model. */
function withParameters(node: Syntax, known: Names, of: Types['of']): Names {
  const [callee, list] = node.children;
  const [base, , method] = callee?.kind === 'MemberExpression' ? callee.children : [];
  const model = base && of(base);
  if (list === undefined || !/^(filtered|mapped|sorted|grouped)$/.test(method?.text ?? '')) return known;
  const parameters = itemsOf(list).flatMap((argument) =>
    argument.kind === 'LambdaExpression'
      ? argument.children
          .filter(({ kind }) => kind === 'ParamList')
          .flatMap(({ children }) => children.slice(0, 1))
      : [],
  );
  return new Map([...known, ...parameters.map(({ text }) => [text, model] as const)]);
}

/** `for record in records`: the name holds what is gone through. */
function withLoop({ children }: Syntax, known: Names, of: Types['of']): Names {
  for (const [index, child] of children.entries()) {
    const [target, keyword, list] = children.slice(index + 1, index + 4);
    if (child.kind !== 'for' || target?.kind !== 'VariableName' || keyword?.kind !== 'in' || !list) continue;
    known.set(target.text, of(list));
  }
  return known;
}
