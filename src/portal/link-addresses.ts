/** A piece of text that is cut out of html: what is written as an entity ends an address. */
const CHARACTER = '(?:(?!&(?:lt|gt|quot|nbsp|#\\d{1,7});)[^\\s<>"“”«»])';
const WEB = `(?:https?://|www\\.)${CHARACTER}{2,2000}`;
// Begun at the start of a word and bounded, so that a long word costs no more than its length.
const MAIL = '(?<![\\p{L}\\p{N}.+_-])[\\p{L}\\p{N}.+_-]{1,64}@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,24}';
const ADDRESS = new RegExp(`(?<![\\p{L}\\p{N}])${WEB}|${MAIL}`, 'giu');
/** No sentence ends in more marks than this. */
const MOST_CUT = 20;
const TAG = /(<[^>]+>)/;

/**
 * Makes links of the addresses that somebody typed: of the web, with `http`, `https` or `www.`, and of mail. The html
 * must be cleaned already; what is in a link stays as it is.
 */
export function linkAddresses(html: string, attributes: string): string {
  let depth = 0;
  return html
    .split(TAG)
    .map((piece) => {
      if (piece.startsWith('<')) {
        if (/^<a\b/.test(piece)) depth += 1;
        if (piece === '</a>') depth -= 1;
        return piece;
      }
      return depth > 0 ? piece : piece.replace(ADDRESS, (found) => renderLink(found, attributes));
    })
    .join('');
}

function renderLink(found: string, attributes: string): string {
  const address = withoutEnd(found);
  const href = hrefOf(address);
  if (href === undefined) return found;
  return `<a href="${href}" ${attributes}>${address}</a>${found.slice(address.length)}`;
}

/** Full stops, commas and brackets behind an address belong to the sentence; a bracket that was opened in it does not. */
function withoutEnd(found: string): string {
  let end = found.length;
  while (found.length - end < MOST_CUT) {
    const last = found[end - 1] ?? '';
    const isBracket = last === ')' || last === ']';
    if (!isBracket && !/[.,:;!?'’*_~…]/.test(last)) break;
    if (isBracket && isBalanced(found.slice(0, end), last)) break;
    // The semicolon of an entity is part of a character.
    if (last === ';' && /&\w{1,8};$/.test(found.slice(0, end))) break;
    end -= 1;
  }
  return found.slice(0, end);
}

function isBalanced(text: string, closing: string): boolean {
  const opening = closing === ')' ? '(' : '[';
  return text.split(opening).length >= text.split(closing).length;
}

/** Escaped as the text is, which html needs in an attribute, too. */
function hrefOf(address: string): string | undefined {
  if (!/^(?:https?:\/\/|www\.)/i.test(address))
    return address.includes('@') ? `mailto:${address}` : undefined;
  const href = /^www\./i.test(address) ? `https://${address}` : address;
  return URL.canParse(href.replaceAll('&amp;', '&')) ? href : undefined;
}
