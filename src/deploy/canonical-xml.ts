import { DOMParser, type Element, type Node } from '@xmldom/xmldom';

/**
 * XML in one spelling, a fragment of several elements too, for comparing: Odoo rewrites the spaces between
 * attributes and tags when it stores a view. Text that is not well-formed XML comes back as it is.
 */
export function canonicalXml(source: string): string {
  try {
    const { documentElement } = new DOMParser({ onError: () => undefined }).parseFromString(
      `<fragment>${source.replace(DECLARATION, '')}</fragment>`,
      'text/xml',
    );
    return documentElement === null ? source : renderElement(documentElement);
  } catch {
    return source;
  }
}

/** Only the first thing in a document may be one. */
const DECLARATION = /^\s*<\?xml[^>]*\?>/;

function renderElement(element: Element): string {
  const attributes = [...element.attributes]
    .map(({ name, value }) => ` ${name}=${JSON.stringify(collapse(value))}`)
    .sort();
  return `<${element.tagName}${attributes.join('')}>${[...element.childNodes].map(renderNode).join('')}</${element.tagName}>`;
}

function renderNode(node: Node): string {
  if (isElement(node)) return renderElement(node);
  if (node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE)
    return collapse(node.nodeValue ?? '');
  return '';
}

const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE;
const collapse = (text: string) => text.replace(/\s+/g, ' ').trim();
