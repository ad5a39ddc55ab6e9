import { DOMParser, type Element, type Node, type Text, XMLSerializer } from '@xmldom/xmldom';

type Lookup = (text: string) => string | undefined;

/** XML with its texts replaced, those in attributes that Odoo shows to people included. */
export function translateMarkup(source: string, lookup: Lookup): string {
  const root = parse(source);
  if (root === undefined) return source;
  visit(root, lookup);
  return [...root.childNodes].map((node) => new XMLSerializer().serializeToString(node)).join('');
}

/** The texts of some XML, and what each of them is in a translation of the same XML. */
export function pairTexts(source: string, translated: string): ReadonlyMap<string, string> {
  const [originals, translations] = [textsOf(source), textsOf(translated)];
  return new Map(originals.map((text, index) => [text, translations[index] ?? text]));
}

/** The texts of some XML that people see, in the order of the XML. */
export function textsOf(source: string): readonly string[] {
  const texts: string[] = [];
  translateMarkup(source, (text) => {
    texts.push(text);
    return undefined;
  });
  return texts;
}

function parse(source: string): Element | undefined {
  try {
    const parser = new DOMParser({ onError: () => undefined });
    return parser.parseFromString(`<fragment>${source}</fragment>`, 'text/xml').documentElement ?? undefined;
  } catch {
    return undefined;
  }
}

function visit(element: Element, lookup: Lookup): void {
  for (const node of [...element.childNodes]) {
    if (isElement(node)) {
      if (isSetting(node)) continue;
      for (const { name, value } of [...node.attributes]) {
        if (isShown(node, name)) node.setAttribute(name, replaceText(value, lookup));
      }
      visit(node, lookup);
    } else if (isText(node)) {
      node.data = replaceText(node.data, lookup);
    }
  }
}

/** The spaces around a text are the layout of the XML, those inside it may be. */
function replaceText(source: string, lookup: Lookup): string {
  const text = source.trim();
  if (text === '') return source;
  const translated = lookup(text.replace(/\s+/g, ' '));
  return translated === undefined ? source : source.replace(text, () => translated);
}

/** docs/odoo-facts.md: the attributes that Odoo translates. */
const SHOWN = new Set(
  'string help placeholder title confirm label alt sum avg add-label aria-label data-tooltip value_label'.split(
    ' ',
  ),
);

function isShown(element: Element, attribute: string): boolean {
  if (attribute === 'text') return element.tagName === 'field' && element.getAttribute('widget') === 'url';
  return SHOWN.has(attribute);
}

/** `<attribute name="invisible">`: what an inheriting view sets is a text where the attribute is shown. */
const isSetting = (element: Element): boolean =>
  element.tagName === 'attribute' && !SHOWN.has(element.getAttribute('name') ?? '');

const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE;
const isText = (node: Node): node is Text => node.nodeType === node.TEXT_NODE;
