import sanitizeHtml from 'sanitize-html';

/** Odoo's parser gives up at 255 elements in each other: what stands deeper, and all that comes after it, is lost. */
const DEEPEST = 100;

/** Elements that nothing stands in. */
const VOID = new Set(
  'area base br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
);

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

/** The same text with the same looks, elements beyond a depth left out: nothing that is said is lost. */
export function flattenMarkup(html: string): string {
  if (!isDeepMarkup(html)) return html;
  return sanitizeHtml(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    allowedSchemes: false,
    nonTextTags: [],
    nestingLimit: DEEPEST,
  });
}

/** Outlook's marks for other mail programs, `<![if !supportLists]>`: some show them, and Odoo stores them as words. */
export function dropConditions(html: string): string {
  return html.replace(CONDITION, '');
}

const CONDITION = /(?:<|&lt;)!\[(?:if\b[^<>[\]&]{0,80}|endif)\](?:>|&gt;)/gi;
