import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import { cutToCodePoints } from '../../../lib/cut-text.ts';

/** A piece of Python as a tree, as the grammar of `@lezer/python` names its parts. */
export interface Syntax {
  readonly kind: string;
  readonly text: string;
  /** From 1 on. */
  readonly line: number;
  readonly children: readonly Syntax[];
}

export interface Fault {
  readonly line: number;
  readonly message: string;
}

export type Parsed =
  | { readonly tree: Syntax; readonly fault?: undefined }
  | { readonly tree?: undefined; readonly fault: Fault };

/** Statements, or what is wrong with the first that is none. */
export function parseScript(source: string): Parsed {
  const { topNode } = parser.parse(source);
  const broken = findBroken(topNode) ?? findMisplaced(topNode, source);
  if (broken === undefined) return { tree: toSyntax(topNode, source) };
  const line = lineOf(source, broken.from);
  return { fault: { line, message: `invalid syntax${near(source, broken.from)}` } };
}

/** One expression, such as a domain. */
export function parseExpression(source: string): Parsed {
  // Within brackets an expression may go over several lines.
  const { tree, fault } = parseScript(`(${source}\n)`);
  if (fault) return { fault: { ...fault, line: Math.min(fault.line, lineOf(source, source.length)) } };
  const [statement, ...more] = tree.children;
  const [outer, ...rest] = statement?.kind === 'ExpressionStatement' ? statement.children : [];
  const expression = outer?.kind === 'ParenthesizedExpression' ? itemsOf(outer)[0] : undefined;
  if (expression && more.length === 0 && rest.length === 0) return { tree: expression };
  return { fault: { line: 1, message: 'this is no expression' } };
}

/** Python 2 printed by a statement; the grammar still knows it. */
const isBroken = ({ type, name }: SyntaxNode): boolean => type.isError || name === 'PrintStatement';

function findBroken(node: SyntaxNode): SyntaxNode | undefined {
  if (isBroken(node)) return node;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const broken = findBroken(child);
    if (broken) return broken;
  }
  return undefined;
}

/** The grammar does not mind a statement that is indented otherwise than those beside it. */
function findMisplaced(node: SyntaxNode, source: string): SyntaxNode | undefined {
  let expected = node.name === 'Script' ? 0 : undefined;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const column = columnOf(source, child.from);
    if (/Statement$|Definition$/.test(child.name) && column !== undefined) {
      if (['Script', 'Body'].includes(node.name) && column !== (expected ?? column)) return child;
      expected = column;
    }
    const misplaced = findMisplaced(child, source);
    if (misplaced) return misplaced;
  }
  return undefined;
}

/** Undefined for what stands behind something else on its line. */
function columnOf(source: string, position: number): number | undefined {
  const before = source.slice(source.lastIndexOf('\n', position - 1) + 1, position);
  return before.trim() === '' ? before.length : undefined;
}

const lineOf = (source: string, position: number): number => source.slice(0, position).split('\n').length;

function near(source: string, position: number): string {
  const rest = source.slice(position).split('\n')[0]?.trim() ?? '';
  return rest === '' || rest === ')' ? '' : ` near ${JSON.stringify(cutToCodePoints(rest, 40))}`;
}

function toSyntax(node: SyntaxNode, source: string): Syntax {
  const children: Syntax[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'Comment') children.push(toSyntax(child, source));
  }
  const text = source.slice(node.from, node.to);
  const { from } = node;
  const make = (kind: string, children: readonly Syntax[]): Syntax => ({
    kind,
    text,
    children,
    // Counted for whoever asks: to count it for every piece would read the source as often as it has pieces.
    get line() {
      return lineOf(source, from);
    },
  });
  return node.name === 'ArgList' && children.some(({ kind }) => kind === 'for')
    ? make(kindOf(node), [make('ComprehensionExpression', children)])
    : make(kindOf(node), children);
}

/** `f(a=1)` names a parameter of the function, no variable. */
const kindOf = (node: SyntaxNode): string =>
  node.name === 'VariableName' && node.parent?.name === 'ArgList' && node.nextSibling?.name === 'AssignOp'
    ? 'KeywordName'
    : node.name;

/** The children without brackets, commas and colons. */
export const itemsOf = ({ children }: Syntax): readonly Syntax[] =>
  children.filter(({ kind }) => !/^[([{,:\])}]$/.test(kind));

/** What a plain string holds; undefined for anything else. */
export function textOf(node: Syntax | undefined): string | undefined {
  if (node?.kind !== 'String') return undefined;
  return /^[a-z]*(['"]{3}|['"])([\s\S]*)\1$/i.exec(node.text)?.[2];
}
