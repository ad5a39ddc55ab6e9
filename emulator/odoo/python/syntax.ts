import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import { OdooFault } from '../faults.ts';

/** A node of the syntax tree with its text: all that the compilers need. */
export interface Syntax {
  readonly name: string;
  readonly text: string;
  readonly children: readonly Syntax[];
}

export function parsePython(source: string): Syntax {
  const tree = parser.parse(source);
  const script = toSyntax(tree.topNode, source);
  const broken = findBroken(tree.topNode);
  if (broken) {
    const opening = findUnclosed(source);
    if (opening) throw new OdooFault('builtins.SyntaxError', `'${opening}' was never closed (, line 1)`);
    const line = source.slice(0, broken.from).split('\n').length;
    throw new OdooFault('builtins.SyntaxError', `invalid syntax (<unknown>, line ${line})`);
  }
  return script;
}

const closing: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** The innermost bracket that is still open at the end. */
function findUnclosed(source: string): string | undefined {
  const open: string[] = [];
  for (const character of source.replace(/'[^'\n]*'|"[^"\n]*"/g, '')) {
    if ('([{'.includes(character)) open.push(character);
    else if (closing[character] && open.at(-1) === closing[character]) open.pop();
  }
  return open.at(-1);
}

function findBroken(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type.isError) return node;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const broken = findBroken(child);
    if (broken) return broken;
  }
  return undefined;
}

function toSyntax(node: SyntaxNode, source: string): Syntax {
  const children: Syntax[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'Comment') children.push(toSyntax(child, source));
  }
  return { name: node.name, text: source.slice(node.from, node.to), children };
}

/** The children of a list-like node without its brackets and commas. */
export const itemsOf = (node: Syntax): readonly Syntax[] =>
  node.children.filter((child) => !/^[([{,\])}]$/.test(child.name));

/** The runs of nodes between those of a name, such as commas. */
export function splitAt(nodes: readonly Syntax[], separator: string): Syntax[][] {
  const runs: Syntax[][] = [[]];
  for (const node of nodes) {
    if (node.name === separator) runs.push([]);
    else runs.at(-1)?.push(node);
  }
  return runs;
}

export function childAt(node: Syntax, position: number): Syntax {
  const child = node.children.at(position);
  if (!child) throw new OdooFault('builtins.SyntaxError', `invalid syntax: ${node.text}`);
  return child;
}

export const unsupported = (node: Syntax) =>
  new OdooFault('builtins.ValueError', `forbidden construct ${node.name} in ${node.text}`);
