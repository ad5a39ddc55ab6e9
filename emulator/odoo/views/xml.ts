export interface XmlElement {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: (XmlElement | string)[];
  /** Line of the opening tag, counted from 1. */
  readonly line: number;
}

export class XmlError extends Error {}

const markup =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([a-zA-Z_][\w:.-]*)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|[^<]+/g;
const attributePattern = /([\w:.@-]+)\s*=\s*("([^"]*)"|'([^']*)')/g;

/** A view's XML. Lenient where Odoo's parser is: an element that is not closed ends with its parent. */
export function parseXml(source: string): XmlElement {
  const text = source.trim();
  if (text === '') throw new XmlError('Document is empty, line 1, column 1 (<string>, line 1)');
  if (!text.startsWith('<')) {
    throw new XmlError("Start tag expected, '<' not found, line 1, column 1 (<string>, line 1)");
  }
  const top: XmlElement = { name: '', attributes: new Map(), children: [], line: 1 };
  const open: XmlElement[] = [top];
  let line = 1;
  for (const [piece, slash, name, attributes = '', selfClosing] of text.matchAll(markup)) {
    if (!name) {
      if (!piece.startsWith('<')) open.at(-1)?.children.push(decode(piece));
    } else if (slash) {
      const depth = open.findLastIndex((element) => element.name === name);
      if (depth > 0) open.length = depth;
    } else {
      const element = { name, attributes: parseAttributes(attributes), children: [], line };
      open.at(-1)?.children.push(element);
      if (!selfClosing) open.push(element);
    }
    line += piece.split('\n').length - 1;
  }
  const root = elementsOf(top)[0];
  if (!root) throw new XmlError('Document is empty, line 1, column 1 (<string>, line 1)');
  return root;
}

const parseAttributes = (source: string) =>
  new Map(
    [...source.matchAll(attributePattern)].map(([, name = '', , double, single]) => [
      name,
      decode(double ?? single ?? ''),
    ]),
  );

export const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string';

export const elementsOf = (element: XmlElement): XmlElement[] => element.children.filter(isElement);

/** The element and all below it, in document order. */
export function walkXml(element: XmlElement): XmlElement[] {
  return [element, ...elementsOf(element).flatMap(walkXml)];
}

export function renderXml(element: XmlElement): string {
  const inner = element.children
    .map((child) => (isElement(child) ? renderXml(child) : encode(child)))
    .join('');
  const opening = `<${element.name}${renderAttributes(element)}`;
  return inner === '' ? `${opening}/>` : `${opening}>${inner}</${element.name}>`;
}

/** The opening tag alone, as messages quote it. */
export const renderTag = (element: XmlElement) => `<${element.name}${renderAttributes(element)}>`;

const renderAttributes = (element: XmlElement) =>
  [...element.attributes]
    .map(([name, value]) => ` ${name}="${encode(value).replaceAll('"', '&quot;')}"`)
    .join('');

export const encode = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decode = (text: string) =>
  text.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    return entities[name] ?? whole;
  });
