import sanitizeHtml from 'sanitize-html';

/** The little markup that a customer's editor makes: paragraphs, emphasis, lists, and no attribute at all. */
export function cleanMarkup(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: ['p', 'div', 'br', 'b', 'strong', 'i', 'em', 'ul', 'ol', 'li'],
    allowedAttributes: {},
    nestingLimit: 20,
  }).trim();
}
