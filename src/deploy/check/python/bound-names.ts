import type { Syntax } from './syntax.ts';

/** The names that a function, a lambda or a comprehension has for itself: its parameters, and what it assigns. */
export function boundNames(scope: Syntax): ReadonlySet<string> {
  return new Set(
    scope.children.flatMap((child) => (isName(child) ? [] : namesIn(child, scope))).concat(targetsIn(scope)),
  );
}

const isName = ({ kind }: Syntax): boolean => kind === 'VariableName';
const isScope = ({ kind }: Syntax): boolean =>
  kind === 'FunctionDefinition' || kind === 'LambdaExpression' || kind.includes('Comprehension');

function namesIn(node: Syntax, scope: Syntax): readonly string[] {
  if (node.kind === 'ParamList') return parameters(node);
  if (isScope(node)) return node.kind === 'FunctionDefinition' ? firstName(node) : [];
  return [...targetsIn(node), ...node.children.flatMap((child) => namesIn(child, scope))];
}

const firstName = ({ children }: Syntax): readonly string[] =>
  children
    .filter(isName)
    .slice(0, 1)
    .map(({ text }) => text);

/** A default belongs to the scope outside, and is no name of the function's. */
function parameters({ children }: Syntax): readonly string[] {
  return children.flatMap((child, index) =>
    isName(child) && children[index - 1]?.kind !== 'AssignOp' ? [child.text] : [],
  );
}

function targetsIn({ kind, children }: Syntax): readonly string[] {
  if (kind === 'AssignStatement') {
    const last = children.findLastIndex((child) => child.kind === 'AssignOp');
    return namesAmong(children.slice(0, last));
  }
  if (kind === 'UpdateStatement' || kind === 'NamedExpression') return namesAmong(children.slice(0, 1));
  if (kind === 'ForStatement' || kind.includes('Comprehension')) return loopTargets(children);
  if (kind === 'TryStatement') {
    return children.flatMap((child, index) =>
      isName(child) && children[index - 1]?.kind === 'as' ? [child.text] : [],
    );
  }
  return [];
}

/** What stands between `for` and `in`. */
function loopTargets(children: readonly Syntax[]): readonly string[] {
  let isTarget = false;
  return children.flatMap((child) => {
    if (child.kind === 'for') isTarget = true;
    else if (child.kind === 'in') isTarget = false;
    else if (isTarget) return namesAmong([child]);
    return [];
  });
}

function namesAmong(nodes: readonly Syntax[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (isName(node)) return [node.text];
    return ['TupleExpression', 'ArrayExpression', 'ParenthesizedExpression'].includes(node.kind)
      ? namesAmong(node.children)
      : [];
  });
}
