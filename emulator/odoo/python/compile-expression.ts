import { typeError } from '../faults.ts';
import { getAttribute, getItem, getSlice } from './attributes.ts';
import { compileComprehension, compileDictComprehension } from './compile-comprehension.ts';
import { compileFormatString } from './compile-format-string.ts';
import { parseNumber, parseString } from './literals.ts';
import { isPyCallable, isTrue, iterate, type PyKeywords, type PyValue, typeName } from './object.ts';
import { applyArithmetic, applyComparison, applyUnary } from './operators.ts';
import { createScope, type Expression } from './scope.ts';
import { childAt, itemsOf, type Syntax, splitAt, unsupported } from './syntax.ts';
import { pyStr } from './text.ts';

/** One expression of the syntax tree as a function of the names in force. */
export function compileExpression(node: Syntax): Expression {
  const compile = compilers[node.name];
  if (!compile) throw unsupported(node);
  return compile(node);
}

const constant =
  (value: PyValue): Expression =>
  () =>
    value;

const compilers: Readonly<Record<string, (node: Syntax) => Expression>> = {
  Number: (node) => constant(parseNumber(node.text)),
  String: (node) => constant(parseString(node.text)),
  Boolean: (node) => constant(node.text === 'True'),
  None: () => constant(null),
  VariableName: (node) => (scope) => scope.get(node.text),
  ParenthesizedExpression: (node) => compileExpression(childAt(node, 1)),
  ArrayExpression: compileList,
  TupleExpression: compileList,
  SetExpression: compileList,
  DictionaryExpression: compileDictionary,
  ContinuedString: compileContinuedString,
  FormatString: (node) => compileFormatString(node, compileExpression),
  MemberExpression: compileMember,
  CallExpression: compileCall,
  BinaryExpression: compileBinary,
  UnaryExpression: compileUnary,
  ConditionalExpression: compileConditional,
  LambdaExpression: compileLambda,
  ArrayComprehensionExpression: (node) => compileComprehension(node.children.slice(1, -1), compileExpression),
  SetComprehensionExpression: (node) => compileComprehension(node.children.slice(1, -1), compileExpression),
  ComprehensionExpression: (node) => compileComprehension(node.children.slice(1, -1), compileExpression),
  DictionaryComprehensionExpression: (node) =>
    compileDictComprehension(node.children.slice(1, -1), compileExpression),
};

function compileList(node: Syntax): Expression {
  const items = itemsOf(node).map(compileExpression);
  return (scope) => items.map((item) => item(scope));
}

function compileDictionary(node: Syntax): Expression {
  const parts = itemsOf(node).filter((child) => child.name !== ':');
  const pairs: (readonly [Expression, Expression])[] = [];
  for (let position = 0; position + 1 < parts.length; position += 2) {
    const [key, value] = [parts[position], parts[position + 1]];
    if (key && value) pairs.push([compileExpression(key), compileExpression(value)]);
  }
  return (scope) => new Map(pairs.map(([key, value]) => [key(scope), value(scope)]));
}

function compileContinuedString(node: Syntax): Expression {
  const parts = node.children.map(compileExpression);
  return (scope) => parts.map((part) => pyStr(part(scope))).join('');
}

function compileMember(node: Syntax): Expression {
  const target = compileExpression(childAt(node, 0));
  if (childAt(node, 1).name === '.') {
    const { text } = childAt(node, 2);
    return (scope) => getAttribute(target(scope), text);
  }
  const inside = node.children.slice(2, -1);
  const colon = inside.findIndex((child) => child.name === ':');
  const [first] = inside;
  if (colon < 0 && first) {
    const key = compileExpression(first);
    return (scope) => getItem(target(scope), key(scope));
  }
  const from = colon > 0 && first ? compileExpression(first) : constant(null);
  const end = inside[colon + 1];
  const to = end ? compileExpression(end) : constant(null);
  return (scope) => getSlice(target(scope), from(scope), to(scope));
}

interface Argument {
  /** A keyword, or the stars before a list or a dict that is spread. */
  readonly prefix: string | undefined;
  readonly value: Expression;
}

function compileCall(node: Syntax): Expression {
  const callee = compileExpression(childAt(node, 0));
  const list = parseArguments(childAt(node, -1));
  return (scope) => {
    const called = callee(scope);
    if (!isPyCallable(called)) throw typeError(`'${typeName(called)}' object is not callable`);
    const args: PyValue[] = [];
    const keywords: Record<string, PyValue> = {};
    for (const { prefix, value } of list) {
      const given = value(scope);
      if (prefix === '*') args.push(...iterate(given));
      else if (prefix === '**' && given instanceof Map) Object.assign(keywords, Object.fromEntries(given));
      else if (prefix) keywords[prefix] = given;
      else args.push(given);
    }
    return called(args, keywords);
  };
}

function parseArguments(node: Syntax): Argument[] {
  const inside = node.children.slice(1, -1);
  if (inside.some((child) => child.name === 'for')) {
    return [{ prefix: undefined, value: compileComprehension(inside, compileExpression) }];
  }
  return splitAt(inside, ',')
    .filter((group) => group.length > 0)
    .map((group) => ({
      prefix: group.length > 1 ? group[0]?.text : undefined,
      value: compileExpression(group.at(-1) ?? node),
    }));
}

const COMPARISON = /^(==|!=|<=?|>=?|is|is not|in|not in)$/;

const isComparison = (node: Syntax): boolean =>
  node.name === 'BinaryExpression' &&
  COMPARISON.test(
    node.children
      .slice(1, -1)
      .map((child) => child.text)
      .join(' '),
  );

/** `a <= b < c` is `a <= b and b < c`, which the grammar reads as `(a <= b) < c`. */
function compileChain(before: Syntax, operator: string, right: Expression): Expression {
  const earlier = compileBinary(before);
  const middle = compileExpression(childAt(before, -1));
  return (scope) => isTrue(earlier(scope)) && applyComparison(operator, middle(scope), right(scope));
}

const isBoolean = (node: Syntax): boolean =>
  node.name === 'BinaryExpression' && /^(?:and|or)$/.test(childAt(node, 1).text);

/**
 * What `and` and `or` join, in the order written: the grammar reads `a and not b or c` as `a and not (b or c)`, where Python
 * binds `not` closest and `or` last.
 */
function* listOperands(node: Syntax): Generator<{ readonly joint?: string; readonly operand: Syntax }> {
  if (isBoolean(node)) {
    yield* listOperands(childAt(node, 0));
    const [first, ...others] = listOperands(childAt(node, -1));
    if (first) yield { ...first, joint: childAt(node, 1).text };
    yield* others;
  } else if (node.name === 'UnaryExpression' && isBoolean(childAt(node, -1))) {
    const [first, ...others] = listOperands(childAt(node, -1));
    if (first) yield { operand: { ...node, children: [childAt(node, 0), first.operand] } };
    yield* others;
  } else {
    yield { operand: node };
  }
}

function compileBoolean(node: Syntax): Expression {
  const alternatives: Expression[][] = [];
  for (const { joint, operand } of listOperands(node)) {
    if (joint !== 'and') alternatives.push([]);
    alternatives.at(-1)?.push(compileExpression(operand));
  }
  const join = (expressions: readonly Expression[], goesOn: boolean): Expression => {
    const [first, ...others] = expressions;
    if (!first) throw new Error('and, or: nothing to join');
    return (scope) =>
      others.reduce((value, next) => (isTrue(value) === goesOn ? next(scope) : value), first(scope));
  };
  return join(
    alternatives.map((all) => join(all, true)),
    false,
  );
}

function compileBinary(node: Syntax): Expression {
  if (isBoolean(node)) return compileBoolean(node);
  const left = compileExpression(childAt(node, 0));
  const right = compileExpression(childAt(node, -1));
  const operator = node.children
    .slice(1, -1)
    .map((child) => child.text)
    .join(' ');
  if (COMPARISON.test(operator)) {
    const first = childAt(node, 0);
    if (isComparison(first)) return compileChain(first, operator, right);
    return (scope) => applyComparison(operator, left(scope), right(scope));
  }
  return (scope) => applyArithmetic(operator, left(scope), right(scope));
}

function compileUnary(node: Syntax): Expression {
  const operand = childAt(node, -1);
  if (childAt(node, 0).text === 'not' && isBoolean(operand)) return compileBoolean(node);
  const value = compileExpression(operand);
  const operator = childAt(node, 0).text;
  return (scope) => applyUnary(operator, value(scope));
}

function compileConditional(node: Syntax): Expression {
  const [yes, condition, no] = [0, 2, 4].map((position) => compileExpression(childAt(node, position)));
  return (scope) => (isTrue(condition?.(scope)) ? yes?.(scope) : no?.(scope));
}

function compileLambda(node: Syntax): Expression {
  const list = node.children.find((child) => child.name === 'ParamList');
  const parameters = (list?.children ?? [])
    .filter((child) => child.name === 'VariableName')
    .map((child) => child.text);
  const hasDefaults = (list?.children ?? []).some((child) => child.name === 'AssignOp');
  const body = compileExpression(childAt(node, -1));
  return (scope) => (args: readonly PyValue[], keywords: PyKeywords) => {
    const given = parameters.map((name, position) => [name, keywords[name] ?? args[position]] as const);
    const missing = hasDefaults ? undefined : given.find(([, value]) => value === undefined);
    if (missing) throw typeError(`<lambda>() missing 1 required positional argument: '${missing[0]}'`);
    return body(createScope(given, scope.seenInside));
  };
}
