import Handlebars from 'handlebars';
import sanitizeHtml, { type IOptions } from 'sanitize-html';

/** Html that may stand in a page as it is; only {@link safeHtml} makes it. */
export type SafeHtml = Handlebars.SafeString;

const HEADINGS = Object.fromEntries(
  ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [
    tag,
    sanitizeHtml.simpleTransform('p', { class: 'fw-bold' }, false),
  ]),
);

/**
 * What a mail, a technician or Zammad wrote, made harmless: no scripts, styles, forms, frames; links leave in a
 * tab of their own and tell nothing; pictures come over https or inline. Headings become bold paragraphs, so that
 * the page's outline stays its own. Relative addresses are Odoo's.
 */
export function safeHtml(html: string, baseUrl: string): SafeHtml {
  return new Handlebars.SafeString(sanitizeHtml(html, optionsFor(baseUrl)).trim());
}

function optionsFor(baseUrl: string): IOptions {
  return {
    allowedTags: [
      ...[
        'p',
        'br',
        'div',
        'span',
        'b',
        'strong',
        'i',
        'em',
        'u',
        's',
        'small',
        'sub',
        'sup',
        'a',
        'img',
        'hr',
      ],
      ...['ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'table', 'thead', 'tbody', 'tr', 'td', 'th'],
    ],
    allowedAttributes: {
      a: ['href', 'rel', 'target'],
      img: ['src', 'alt', 'loading', 'referrerpolicy'],
      p: ['class'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
    },
    allowedClasses: { p: ['fw-bold'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['https', 'http', 'data'] },
    nestingLimit: 60,
    transformTags: {
      ...HEADINGS,
      a: (tagName, { href }) => ({
        tagName,
        attribs: {
          ...(href === undefined ? {} : { href: resolve(href, baseUrl) }),
          rel: 'noopener noreferrer nofollow',
          target: '_blank',
        },
      }),
      img: (tagName, { src, alt }) => ({
        tagName,
        attribs: {
          src: resolve(src ?? '', baseUrl),
          alt: alt ?? '',
          loading: 'lazy',
          referrerpolicy: 'no-referrer',
        },
      }),
    },
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !isSafePicture(attribs.src ?? '', baseUrl),
  };
}

function resolve(address: string, baseUrl: string): string {
  return URL.canParse(address, baseUrl) ? new URL(address, baseUrl).href : '';
}

/** Plain http only from Odoo itself; an svg is a document, so it does not count as a picture. */
function isSafePicture(src: string, baseUrl: string): boolean {
  return (
    src.startsWith('https://') ||
    src.startsWith(`${new URL(baseUrl).origin}/`) ||
    /^data:image\/(?:png|gif|jpeg|webp);base64,/.test(src)
  );
}
