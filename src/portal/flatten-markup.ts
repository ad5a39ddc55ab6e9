import { randomUUID } from 'node:crypto';
import sanitizeHtml from 'sanitize-html';

/** Odoo's parser gives up at 255 elements in each other: what stands deeper, and all that comes after it, is lost. */
const DEEPEST = 100;

/** Elements that nothing stands in. */
const VOID = new Set(
  'area base br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
);

const VOID_TAG = new RegExp(`<(?:${[...VOID].join('|')})\\b(?:[^<>"']|"[^"]*"|'[^']*')*>`, 'gi');

/** Whether Odoo might lose some of it. Elements that are never closed count as if all that follows stood in them. */
export function isDeepMarkup(html: string): boolean {
  let depth = 0;
  for (const [, close, name = '', self] of html.matchAll(/<(\/?)([a-z][\w:-]*)(?:[^<>]*?)(\/?)>/gi)) {
    if (VOID.has(name.toLowerCase()) || self) continue;
    depth = close ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** The same text with the same looks and pictures, elements beyond a depth left out: nothing that is said is lost. */
export function flattenMarkup(html: string): string {
  if (!isDeepMarkup(html)) return html;
  // What nothing stands in, such as a picture, is no matter of depth: until it is put back, words stand for it.
  const mark = randomUUID();
  const set: string[] = [];
  const words = html.replace(VOID_TAG, (tag) => `${mark}${set.push(tag) - 1}.`);
  const flat = sanitizeHtml(words, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    allowedSchemes: false,
    nonTextTags: [],
    nestingLimit: DEEPEST,
  });
  return flat.replace(new RegExp(`${mark}(\\d+)\\.`, 'g'), (_, at: string) => set[Number(at)] ?? '');
}

/**
 * Outlook's marks for other mail programs, `<![if !supportLists]>`: some show them, and Odoo stores them as words. And what
 * turns the writing direction, where it is written as an entity.
 */
export function dropConditions(html: string): string {
  return html.replace(CONDITION, '').replace(TURN, '');
}

const TURN = /&#(?:x0*(?:202[a-e]|206[6-9])(?![0-9a-f])|0*(?:823[4-8]|829[4-7])(?!\d));?/gi;

const CONDITION = /(?:<|&lt;)!\[(?:if\b[^<>[\]&]{0,80}|endif)\](?:>|&gt;)/gi;
