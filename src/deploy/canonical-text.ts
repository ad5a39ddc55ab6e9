import { canonicalXml } from './canonical-xml.ts';

/** A text in one spelling: an empty one is `false` in Odoo, and Odoo writes views and HTML in its own way. */
export function canonicalText(value: unknown): unknown {
  if (value === '' || value === false) return '';
  return typeof value === 'string' && /^\s*</.test(value) ? canonicalXml(value) : value;
}
