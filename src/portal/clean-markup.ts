import sanitizeHtml from 'sanitize-html';
import { visibleText } from '../lib/visible-text.ts';

/** The little markup that a customer's editor makes: paragraphs, emphasis, lists, and no attribute at all. */
export function cleanMarkup(html: string): string {
  const cleaned = sanitizeHtml(html, {
    allowedTags: ['p', 'div', 'br', 'b', 'strong', 'i', 'em', 'ul', 'ol', 'li'],
    allowedAttributes: {},
    nestingLimit: 20,
  });
  // What was written as an entity is a letter now.
  return visibleText(cleaned).trim();
}
