import { DOMParser, type Element, ParseError } from '@xmldom/xmldom';

/** The root of a document, or what is wrong with it. */
export function parseXml(source: string): Element | string {
  try {
    const document = new DOMParser({ onError: () => undefined }).parseFromString(source, 'text/xml');
    return document.documentElement ?? 'there is no element';
  } catch (error) {
    if (error instanceof ParseError) return error.message;
    throw error;
  }
}
