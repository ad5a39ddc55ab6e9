import { findQuotes, isSeen, QUOTE_MARK, type Range } from './find-quotes.ts';

export interface Piece {
  readonly html: string;
  readonly isQuote: boolean;
}

/**
 * Cuts well-formed html at its marked elements. Neighbours make one piece, however a mail program has parted
 * them. Where nothing but quotes is there, they are what somebody wanted to say.
 */
export function splitQuotes(html: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const quote of joinNeighbours(html, findQuotes(html))) {
    pieces.push({ html: html.slice(end, quote.start), isQuote: false });
    pieces.push({ html: html.slice(quote.start, quote.end), isQuote: true });
    end = quote.end;
  }
  pieces.push({ html: html.slice(end), isQuote: false });
  const saysMore = pieces.some((piece) => !piece.isQuote && isSeen(piece.html));
  return (saysMore ? pieces : [{ html, isQuote: false }])
    .map(({ html, isQuote }) => ({ html: html.replace(MARKS, ''), isQuote }))
    .filter((piece) => piece.html !== '');
}

const MARKS = new RegExp(` ${QUOTE_MARK}="(?:1|rest)"`, 'g');

function joinNeighbours(html: string, ranges: readonly Range[]): readonly Range[] {
  const joined: Range[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    const between = last && html.slice(last.end, range.start);
    if (last && between !== undefined && /^(?:\s|<br[^>]*>)*$/.test(between)) {
      joined[joined.length - 1] = { start: last.start, end: range.end };
    } else joined.push(range);
  }
  return joined;
}
