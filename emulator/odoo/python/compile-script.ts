import { OdooFault } from '../faults.ts';
import { setAttribute, setItem } from './attributes.ts';
import { compileExpression } from './compile-expression.ts';
import { isTrue, iterate, type PyKeywords, type PyValue } from './object.ts';
import { applyArithmetic } from './operators.ts';
import { createScope, type Expression, type Scope } from './scope.ts';
import { childAt, type Syntax, splitAt, unsupported } from './syntax.ts';

/** How a statement ended: normally, by leaving its loop, or by leaving its function with a value. */
type Outcome = 'next' | 'break' | 'continue' | { readonly returned: PyValue };

type Statement = (scope: Scope) => Outcome;

type Assign = (scope: Scope, value: PyValue) => void;

/** A whole script as a function that runs it on the names in force. */
export function compileScript(script: Syntax): (scope: Scope) => void {
  const run = compileBlock(script.children);
  return (scope) => {
    run(scope);
  };
}

function compileBlock(nodes: readonly Syntax[]): Statement {
  const statements = nodes.filter((node) => !/^[:;]$/.test(node.name)).map(compileStatement);
  return (scope) => {
    for (const statement of statements) {
      const outcome = statement(scope);
      if (outcome !== 'next') return outcome;
    }
    return 'next';
  };
}

function compileStatement(node: Syntax): Statement {
  const compile = compilers[node.name];
  if (!compile) throw unsupported(node);
  return compile(node);
}

const compilers: Readonly<Record<string, (node: Syntax) => Statement>> = {
  ExpressionStatement: (node) => done(compileExpression(childAt(node, 0))),
  AssignStatement: compileAssignment,
  UpdateStatement: compileUpdate,
  IfStatement: compileIf,
  ForStatement: compileFor,
  WhileStatement: compileWhile,
  FunctionDefinition: compileFunction,
  ReturnStatement: compileReturn,
  TryStatement: compileTry,
  PassStatement: () => () => 'next',
  BreakStatement: () => () => 'break',
  ContinueStatement: () => () => 'continue',
  RaiseStatement: compileRaise,
  StatementGroup: (node) => compileBlock(node.children),
};

function done(effect: (scope: Scope) => unknown): Statement {
  return (scope) => {
    effect(scope);
    return 'next';
  };
}

function compileAssignment(node: Syntax): Statement {
  const sides = splitAt(node.children, 'AssignOp');
  const value = compileSide(sides.pop() ?? []);
  const targets = sides.map(compileTargets);
  return done((scope) => {
    const given = value(scope);
    for (const target of targets) target(scope, given);
  });
}

/** The right-hand side; several values side by side make a tuple. */
function compileSide(nodes: readonly Syntax[]): Expression {
  const parts = nodes.filter((node) => node.name !== ',').map(compileExpression);
  const [only] = parts;
  if (nodes.length === 1 && only) return only;
  return (scope) => parts.map((part) => part(scope));
}

function compileTargets(nodes: readonly Syntax[]): Assign {
  const targets = nodes.filter((node) => node.name !== ',').map(compileTarget);
  const [only] = targets;
  if (targets.length === 1 && only) return only;
  return (scope, value) => {
    const values = iterate(value);
    for (const [position, target] of targets.entries()) target(scope, values[position]);
  };
}

function compileTarget(node: Syntax): Assign {
  if (node.name === 'VariableName') return (scope, value) => scope.set(node.text, value);
  if (node.name === 'TupleExpression') return compileTargets(node.children.slice(1, -1));
  if (node.name !== 'MemberExpression') throw unsupported(node);
  const owner = compileExpression(childAt(node, 0));
  if (childAt(node, 1).name === '.') {
    const { text } = childAt(node, 2);
    return (scope, value) => setAttribute(owner(scope), text, value);
  }
  const key = compileExpression(childAt(node, 2));
  return (scope, value) => setItem(owner(scope), key(scope), value);
}

function compileUpdate(node: Syntax): Statement {
  const target = childAt(node, 0);
  const before = compileExpression(target);
  const assign = compileTarget(target);
  const operator = childAt(node, 1).text.slice(0, -1);
  const value = compileExpression(childAt(node, 2));
  return done((scope) => assign(scope, applyArithmetic(operator, before(scope), value(scope))));
}

function compileIf(node: Syntax): Statement {
  const branches: (readonly [Expression | undefined, Statement])[] = [];
  let condition: Expression | undefined;
  for (const child of node.children) {
    if (child.name === 'Body') {
      branches.push([condition, compileBlock(child.children)]);
      condition = undefined;
    } else if (!/^(if|elif|else)$/.test(child.name)) condition = compileExpression(child);
  }
  return (scope) => {
    for (const [test, body] of branches) {
      if (!test || isTrue(test(scope))) return body(scope);
    }
    return 'next';
  };
}

function compileFor(node: Syntax): Statement {
  const position = node.children.findIndex((child) => child.name === 'in');
  const target = compileTargets(node.children.slice(1, position));
  const list = compileExpression(childAt(node, position + 1));
  const body = compileBlock(childAt(node, position + 2).children);
  return (scope) => {
    for (const item of iterate(list(scope))) {
      target(scope, item);
      const outcome = body(scope);
      if (outcome === 'break') break;
      if (typeof outcome === 'object') return outcome;
    }
    return 'next';
  };
}

function compileWhile(node: Syntax): Statement {
  const test = compileExpression(childAt(node, 1));
  const body = compileBlock(childAt(node, 2).children);
  return (scope) => {
    while (isTrue(test(scope))) {
      const outcome = body(scope);
      if (outcome === 'break') break;
      if (typeof outcome === 'object') return outcome;
    }
    return 'next';
  };
}

function compileFunction(node: Syntax): Statement {
  const name = childAt(node, 1).text;
  const parameters = childAt(node, 2)
    .children.filter((child) => child.name === 'VariableName')
    .map((child) => child.text);
  const body = compileBlock(childAt(node, 3).children);
  return done((scope) => {
    scope.set(name, (args: readonly PyValue[], keywords: PyKeywords) => {
      const given = parameters.map(
        (parameter, position) => [parameter, keywords[parameter] ?? args[position]] as const,
      );
      const outcome = body(createScope(given, scope.seenInside));
      return typeof outcome === 'object' ? outcome.returned : null;
    });
  });
}

/** `except Exception as name`: whatever goes wrong is caught, and named. */
function compileTry(node: Syntax): Statement {
  const bodies = node.children.filter((child) => child.name === 'Body');
  const [body, rescue] = bodies.map((child) => compileBlock(child.children));
  const position = node.children.findIndex((child) => child.name === 'as');
  const name = position < 0 ? undefined : childAt(node, position + 1).text;
  if (!body || !rescue || bodies.length > 2) throw unsupported(node);
  return (scope) => {
    try {
      return body(scope);
    } catch (error) {
      if (!(error instanceof OdooFault)) throw error;
      if (name !== undefined) scope.set(name, error.message);
      return rescue(scope);
    }
  };
}

function compileReturn(node: Syntax): Statement {
  const value = node.children.length > 1 ? compileSide(node.children.slice(1)) : () => null;
  return (scope) => ({ returned: value(scope) });
}

function compileRaise(node: Syntax): Statement {
  const error = compileExpression(childAt(node, 1));
  return (scope) => {
    const raised = error(scope);
    throw raised instanceof OdooFault ? raised : new OdooFault('builtins.Exception', String(raised));
  };
}
