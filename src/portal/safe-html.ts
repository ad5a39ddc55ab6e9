import Handlebars from 'handlebars';
import sanitizeHtml, { type Attributes, type IOptions, type Tag } from 'sanitize-html';
import { isSeen, QUOTE_MARK } from './find-quotes.ts';
import { dropConditions } from './flatten-markup.ts';
import { linkAddresses } from './link-addresses.ts';
import { findPictureSize } from './picture-size.ts';
import { findQuoteMark } from './quote-mark.ts';
import { splitQuotes } from './split-quotes.ts';

/** Html that may stand in a page as it is; only this file makes it. */
export type SafeHtml = Handlebars.SafeString;

/** A piece of a message. Pieces are written one after the other; alone, one may hold half an element. */
export interface BodyPart {
  readonly html: SafeHtml;
  /** Repeats what was said before. */
  readonly isQuote: boolean;
}

/** Where the file at this address is to be had on our own site, if it is: to be shown in place, or behind a link. */
export type OwnAddressOf = (address: string, place: 'picture' | 'link') => string | undefined;

/**
 * What a mail, a technician or Zammad wrote, made harmless: no scripts, styles, forms, frames; links leave in a
 * tab of their own and tell nothing; addresses that were typed are links. Pictures come from us, from Odoo, or inline: one from anywhere else tells its
 * owner who reads when and where, so there is a link in its place, and nothing for one too small to be seen.
 * A text of nothing but markup, as Odoo leaves of a message that was deleted, has no parts. Headings become bold paragraphs, so that the page's outline stays its own. Relative addresses are Odoo's.
 */
export function safeHtml(
  html: string,
  baseUrl: string,
  ownAddressOf: OwnAddressOf = () => undefined,
): readonly BodyPart[] {
  const cleaned = sanitizeHtml(dropConditions(html), optionsFor(baseUrl, ownAddressOf));
  if (!isSeen(cleaned)) return [];
  return splitQuotes(linkAddresses(partLinks(cleaned), LINK_ATTRIBUTES).trim()).map(({ html, isQuote }) => ({
    html: new Handlebars.SafeString(html),
    isQuote,
  }));
}

const HEADINGS = Object.fromEntries(
  ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [
    tag,
    sanitizeHtml.simpleTransform('p', { class: 'fw-bold' }, false),
  ]),
);

const TAGS =
  'p br div span b strong i em u s small sub sup a img hr ul ol li blockquote pre code table thead tbody tr td th';

function optionsFor(baseUrl: string, ownAddressOf: OwnAddressOf): IOptions {
  return {
    allowedTags: TAGS.split(' '),
    allowedAttributes: {
      '*': [QUOTE_MARK],
      a: ['href', 'rel', 'target'],
      img: ['src', 'alt', 'width', 'height', 'loading', 'referrerpolicy'],
      p: ['class'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
    },
    allowedClasses: { p: ['fw-bold'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['https', 'http', 'data'] },
    nonTextTags: ['style', 'script', 'textarea', 'option', 'noscript', 'title', 'xml'],
    nestingLimit: 60,
    transformTags: {
      ...HEADINGS,
      '*': (tagName, attribs) => ({ tagName, attribs: withQuoteMark(tagName, attribs) }),
      a: (tagName, { href, target: _, rel: __, ...attribs }) => ({
        tagName,
        attribs: {
          ...attribs,
          ...(href === undefined ? {} : { href: mapLink(href, baseUrl, ownAddressOf) }),
          ...LINK,
        },
      }),
      img: (_tagName, attribs) => mapPicture(attribs, baseUrl, ownAddressOf),
    },
    // `tag` is what it was before it was transformed.
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !attribs.src && !attribs.href,
  };
}

const LINK = { rel: 'noopener noreferrer nofollow', target: '_blank' };
const LINK_ATTRIBUTES = `rel="${LINK.rel}" target="${LINK.target}"`;

function withQuoteMark(tagName: string, { [QUOTE_MARK]: _, ...attribs }: Attributes): Attributes {
  const mark = findQuoteMark(tagName, attribs);
  return mark === undefined ? attribs : { ...attribs, [QUOTE_MARK]: mark };
}

function mapLink(href: string, baseUrl: string, ownAddressOf: OwnAddressOf): string {
  const address = resolve(href, baseUrl);
  return ownAddressOf(address, 'link') ?? address;
}

function mapPicture(attribs: Attributes, baseUrl: string, ownAddressOf: OwnAddressOf): Tag {
  const { src = '', alt = '' } = attribs;
  const address = resolve(src, baseUrl);
  const shown = ownAddressOf(address, 'picture') ?? (isOwnPicture(address, baseUrl) ? address : undefined);
  if (shown !== undefined) {
    const size = Object.entries(findPictureSize(attribs)).map(([side, pixels]) => [side, String(pixels)]);
    return {
      tagName: 'img',
      attribs: {
        src: shown,
        alt,
        ...Object.fromEntries(size),
        loading: 'lazy',
        referrerpolicy: 'no-referrer',
      },
    };
  }
  const isLinked = address.startsWith('https://') && !isOwn(address, baseUrl);
  if (!isLinked || isPixel(attribs)) return { tagName: 'img', attribs: {} };
  return {
    tagName: 'a',
    attribs: { href: address, ...LINK },
    text: `[${alt || new URL(address).hostname}]`,
  };
}

function resolve(address: string, baseUrl: string): string {
  return URL.canParse(address, baseUrl) ? new URL(address, baseUrl).href : '';
}

/** An svg is a document, so it does not count as a picture. */
function isOwnPicture(address: string, baseUrl: string): boolean {
  if (/^data:image\/(?:png|gif|jpeg|webp);base64,/.test(address)) return true;
  return isOwn(address, baseUrl) && OWN_PICTURES.test(new URL(address).pathname);
}

/**
 * Where Odoo hands out pictures and files: whatever else it has at an address, such as its logout, a browser would carry
 * out for whoever only reads. A server between may take an escaped slash for one, so there is none.
 */
const OWN_PICTURES =
  /^(?:\/web\/(?:image|content)(?=\/|$)|\/\w+\/static\/|\/logo(?:\.png)?$|\/web\/binary\/company_logo$)(?!.*%(?:2e|2f|5c))/i;

function isOwn(address: string, baseUrl: string): boolean {
  return address.startsWith(`${new URL(baseUrl).origin}/`);
}

function isPixel(attribs: Attributes): boolean {
  const { width = LEAST_SEEN, height = LEAST_SEEN } = findPictureSize(attribs);
  return Math.min(width, height) < LEAST_SEEN;
}

/** In pixels. */
const LEAST_SEEN = 4;

/** A link around a picture that became a link: the inner one would end the outer one, and leave it empty. */
function partLinks(html: string): string {
  let depth = 0;
  return html
    .replace(/<a\b[^>]*>|<\/a>/g, (tag) => {
      if (tag !== '</a>') depth += 1;
      const kept = depth === 1 ? tag : '';
      if (tag === '</a>') depth -= 1;
      return kept;
    })
    .replace(/<a\b[^>]*>\s*<\/a>/g, '');
}
