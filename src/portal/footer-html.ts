import Handlebars from 'handlebars';
import sanitizeHtml, { type Attributes, type IOptions } from 'sanitize-html';
import type { SafeHtml } from './safe-html.ts';

/** More than this is no footer. */
const MOST_CHARACTERS = 100_000;
const FOOTER = /<footer\b[^>]*\bid="bottom"[^>]*>([\s\S]*?)<\/footer>/;
/** What says that the page is one of a website, and not of an Odoo that has none. */
const WEBSITE = /<html\b[^>]*\bdata-website-id=/;

/** The footer of a page of Odoo's website, made harmless: its columns, headings, words and links. */
export function findFooter(page: string, odooUrl: string): SafeHtml | undefined {
  const [, footer = ''] = WEBSITE.test(page) ? (FOOTER.exec(page) ?? []) : [];
  if (footer === '' || footer.length > MOST_CHARACTERS) return undefined;
  const cleaned = sanitizeHtml(footer, optionsFor(odooUrl)).replace(/\s+/g, ' ').trim();
  const hasWords = cleaned.replace(/<[^>]*>/g, '').trim() !== '';
  return hasWords ? new Handlebars.SafeString(cleaned) : undefined;
}

const heading = sanitizeHtml.simpleTransform('p', { class: 'fw-bold mb-2' }, false);

/** The portal has languages of its own, and what is offered to a site's owner is nothing for its visitors. */
const NOT_OURS = /\b(?:js_language_selector|o_brand_promotion)\b/;
const DROPPED = 'dropped';
const SCHEMES = /^(?:https?|mailto|tel):$/;

/** Classes of Bootstrap's, which both sites have: the editor's columns stay columns. */
const COLUMNS = ['row', 'col', 'col-*', 'offset-*'];

function optionsFor(odooUrl: string): IOptions {
  return {
    allowedTags: ['div', 'p', 'span', 'b', 'strong', 'em', 'small', 'br', 'ul', 'ol', 'li', 'a'],
    allowedAttributes: { a: ['href', 'rel', 'aria-label'] },
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', DROPPED],
    allowedClasses: { div: COLUMNS, p: ['fw-bold', 'mb-2'], ul: ['list-unstyled'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    transformTags: {
      ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, heading])),
      div: (tagName, attribs) => ({
        tagName: NOT_OURS.test(attribs.class ?? '') ? DROPPED : tagName,
        attribs,
      }),
      a: (_tag, attributes) => mapLink(attributes, odooUrl),
    },
    exclusiveFilter: ({ tag, attribs, text }) =>
      ['a', 'li', 'p'].includes(tag) && text.trim() === '' && !attribs['aria-label'],
  };
}

/** An icon's link says in words where it leads; one that leads nowhere yet is no link. */
function mapLink({ href = '', 'aria-label': label }: Attributes, odooUrl: string) {
  const url = href !== '' && !href.startsWith('#') && URL.canParse(href, odooUrl) && new URL(href, odooUrl);
  if (!url || !SCHEMES.test(url.protocol)) return { tagName: 'span', attribs: {} };
  const attribs = { href: url.href, rel: 'noopener' };
  if (!label) return { tagName: 'a', attribs };
  return { tagName: 'a', attribs: { ...attribs, 'aria-label': label }, text: label };
}
