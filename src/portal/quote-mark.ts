import type { Attributes } from 'sanitize-html';

/** Classes of what mail programs put around what a mail answers, the line before it included. */
const QUOTES = /(?:^|\s)(?:gmail_quote|protonmail_quote|moz-cite-prefix|yahoo_quoted|tutanota_quote)(?:\s|$)/;

/** Where Outlook, on the web and on a desk, begins the mail that is answered: all that follows is that mail. */
const OUTLOOK_IDS: ReadonlySet<string> = new Set(['appendonsend', 'divRplyFwdMsg']);
const OUTLOOK_LINE = /border:\s*none;\s*border-top:\s*solid #(?:E1E1E1|B5C4DF) 1\.0pt/i;

/** Whether an element repeats what was said before, alone or with all that follows it; by Odoo's mark or its writer's. */
export function findQuoteMark(tag: string, attribs: Attributes): '1' | 'rest' | undefined {
  const { id = '', style = '', class: classes = '', type } = attribs;
  if (OUTLOOK_IDS.has(id) || (tag === 'div' && OUTLOOK_LINE.test(style))) return 'rest';
  const isQuote =
    attribs['data-o-mail-quote'] === '1' || (tag === 'blockquote' && type === 'cite') || QUOTES.test(classes);
  return isQuote ? '1' : undefined;
}
