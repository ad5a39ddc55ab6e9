import { unescapeText } from './literals.ts';
import type { Expression } from './scope.ts';
import type { Syntax } from './syntax.ts';
import { formatSpec, pyRepr, pyStr } from './text.ts';

/** An f-string: its plain text, with the replacements put in. */
export function compileFormatString(node: Syntax, compile: (node: Syntax) => Expression): Expression {
  const opening = /^[a-zA-Z]*('''|"""|'|")/.exec(node.text)?.[0] ?? 'f"';
  const quote = opening.replace(/^[a-zA-Z]*/, '');
  let rest = node.text.slice(opening.length, node.text.length - quote.length);
  const parts: Expression[] = [];
  for (const replacement of node.children) {
    const at = rest.indexOf(replacement.text);
    parts.push(plain(rest.slice(0, at)), compileReplacement(replacement, compile));
    rest = rest.slice(at + replacement.text.length);
  }
  parts.push(plain(rest));
  return (scope) => parts.map((part) => pyStr(part(scope))).join('');
}

function plain(text: string): Expression {
  const shown = unescapeText(text).replaceAll('{{', '{').replaceAll('}}', '}');
  return () => shown;
}

function compileReplacement(node: Syntax, compile: (node: Syntax) => Expression): Expression {
  const [, value] = node.children;
  if (!value) return () => '';
  const inner = compile(value);
  const conversion = node.children.find((child) => child.name === 'FormatConversion')?.text;
  const spec = node.children.find((child) => child.name === 'FormatSpec')?.text.slice(1) ?? '';
  return (scope) => {
    const result = inner(scope);
    return formatSpec(conversion === '!r' ? pyRepr(result) : result, spec);
  };
}
