import { findClosures } from './closures.ts';
import type { Fault, Syntax } from './syntax.ts';

/**
 * What Odoo refuses in code, the moment it is saved or, in a computation, when it first runs. It looks at the compiled
 * code: what is forbidden follows from what each construct compiles to [CPython 3.11, `odoo/tools/safe_eval.py`].
 */
export function findForbidden(tree: Syntax): readonly Fault[] {
  return [...findConstructs(tree, NOWHERE), ...findClosures(tree)];
}

interface Place {
  readonly inFunction: boolean;
  readonly inComprehension: boolean;
}

const NOWHERE: Place = { inFunction: false, inComprehension: false };

function findConstructs(node: Syntax, place: Place): readonly Fault[] {
  const message = refusalOf(node, place);
  const inside: Place = {
    inFunction: place.inFunction || node.kind === 'FunctionDefinition',
    inComprehension: place.inComprehension || /Comprehension/.test(node.kind),
  };
  return [
    ...(message === undefined ? [] : [{ line: node.line, message: `Odoo refuses ${message}` }]),
    ...node.children.flatMap((child) => findConstructs(child, inside)),
  ];
}

function refusalOf(node: Syntax, { inFunction, inComprehension }: Place): string | undefined {
  const construct = CONSTRUCTS[node.kind];
  if (construct !== undefined) return construct;
  switch (node.kind) {
    case 'VariableName':
    case 'PropertyName':
      return isForbiddenName(node.text) ? `the name "${node.text}"` : undefined;
    case 'ScopeStatement':
      return inFunction ? '"global" and "nonlocal" in a function' : undefined;
    case 'ReturnStatement':
      return inFunction ? undefined : '"return" outside a function';
    case 'NamedExpression':
      return inComprehension ? '":=" within a comprehension' : undefined;
    case 'AssignStatement':
    case 'UpdateStatement':
      return refusalOfTargets(node);
    case 'DeleteStatement':
      return node.children.some(({ kind }) => kind === 'MemberExpression')
        ? '"del" of anything but a name; use pop()'
        : undefined;
    default:
      return undefined;
  }
}

const CONSTRUCTS: Readonly<Record<string, string>> = {
  ImportStatement: '"import"; the names that code may use are there already',
  ClassDefinition: '"class"',
  WithStatement: '"with"',
  AssertStatement: '"assert"; raise UserError',
  AwaitExpression: '"await"',
  async: '"async"',
  TypeDef: 'types',
};

/** Odoo forbids two underscores anywhere in a name, and what leads out of its sandbox. */
const isForbiddenName = (name: string): boolean => name.includes('__') || UNSAFE.has(name);

const UNSAFE = new Set(
  [
    'f_builtins f_code f_globals f_locals func_code func_globals co_code _co_code_adaptive mro',
    'tb_frame gi_code gi_frame gi_yieldfrom cr_await cr_frame cr_code cr_origin ag_await ag_frame ag_code',
  ].flatMap((names) => names.split(' ')),
);

function refusalOfTargets({ children }: Syntax): string | undefined {
  const operator = children.findLastIndex(({ kind }) => kind === 'AssignOp' || kind === 'UpdateOp');
  const targets = children.slice(0, operator);
  if (targets.some(({ kind }) => kind === '*')) return '"*" on the left of "="';
  const attribute = targets.find(
    ({ kind, children: parts }) => kind === 'MemberExpression' && parts.at(-1)?.kind === 'PropertyName',
  );
  if (attribute === undefined) return undefined;
  const [record, , name] = attribute.children;
  return `"${attribute.text} ="; write ${record?.text}['${name?.text}'] = … or ${record?.text}.write({…})`;
}
