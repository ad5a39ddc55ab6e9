import type { Element, Node } from '@xmldom/xmldom';
import type { KnownNames } from './known-names.ts';
import type { Problem } from './problem.ts';
import { checkPython } from './python/check-python.ts';

/** The Python in a page or a mail, which Odoo runs when it makes it: `t-if`, `t-out`, `t-att-href` and the like. */
export function checkMarkup(
  address: string,
  element: Element,
  names: KnownNames,
  roots: Readonly<Record<string, string>>,
): readonly Problem[] {
  const own = [...element.attributes].flatMap(({ name, value }) =>
    sourcesOf(name, value).flatMap((source) =>
      checkPython({ address, source, kind: 'client', roots }, names).map(({ message }) => ({
        address,
        message: `${name}="${value}": ${message}`,
      })),
    ),
  );
  const children = [...element.childNodes].filter(isElement);
  return [...own, ...children.flatMap((child) => checkMarkup(address, child, names, roots))];
}

function sourcesOf(name: string, value: string): readonly string[] {
  if (/^t-(if|elif|out|esc|value|foreach|options)$|^t-att-/.test(name)) return [value];
  return name.startsWith('t-attf-') ? expressionsIn(value) : [];
}

/** What stands in `{{ … }}` or `#{…}`. */
export function expressionsIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\{([\s\S]*?)\}\}|#\{([\s\S]*?)\}/g)].map(
    // Odoo takes what follows for the case that there is nothing else.
    ([, doubled, single]) => String(doubled ?? single).split('|||')[0] ?? '',
  );
}

const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE;
