/** The attribute on elements that repeat what was said before: `1` for one, `rest` where all that follows does, too. */
export const QUOTE_MARK = 'data-quote';

export interface Range {
  readonly start: number;
  readonly end: number;
}

interface OpenElement {
  readonly start: number;
  /** How much there was to be seen before it. */
  readonly seen: number;
}

/**
 * Where well-formed html repeats what was said before: its outermost marked elements, and all from an element marked `rest`
 * on, or from a line such as `-----Original Message-----`. Ranges hold whole elements, so that each can be folded.
 */
export function findQuotes(html: string): readonly Range[] {
  const found: Range[] = [];
  const open: OpenElement[] = [];
  let quote: OpenElement | undefined;
  let seen = 0;
  let end = 0;
  for (const { 0: tag, index } of html.matchAll(/<[^>]+>/g)) {
    const text = html.slice(end, index);
    if (!quote && isSeparator(text)) return withRest(found, restFrom(html, end, seen, open));
    if (text.replace(BLANK, '') !== '') seen += 1;
    end = index + tag.length;
    if (tag.endsWith('/>')) {
      if (/^<(?:img|hr)\b/.test(tag)) seen += 1;
    } else if (tag.startsWith('</')) {
      const closed = open.pop();
      if (closed === undefined || closed !== quote) continue;
      found.push({ start: quote.start, end });
      quote = undefined;
    } else {
      const element = { start: index, seen };
      if (!quote && tag.includes(` ${QUOTE_MARK}="rest"`)) {
        return withRest(found, restFrom(html, index, seen, open));
      }
      if (!quote && tag.includes(` ${QUOTE_MARK}="1"`)) quote = element;
      open.push(element);
    }
  }
  return found;
}

const BLANK = /\s|&nbsp;/g;

/** A line of dashes with a few words in it, in whatever language: so Lotus, QQ and old Outlooks part what they quote. */
function isSeparator(text: string): boolean {
  return text.length < 300 && /^-{4,}[^-][\s\S]*[^-]-{4,}$/.test(text.replace(/&nbsp;/g, ' ').trim());
}

/** What was found in an element that is nothing but the rest's beginning is part of it. */
function withRest(found: readonly Range[], rest: readonly Range[]): readonly Range[] {
  const start = rest[0]?.start ?? Number.POSITIVE_INFINITY;
  return [...found.filter(({ end }) => end <= start), ...rest];
}

/** From a place to the end, element by element, beginning with the outermost one in which nothing was seen before. */
function restFrom(html: string, at: number, seen: number, open: readonly OpenElement[]): readonly Range[] {
  const outer = open.findIndex((element) => element.seen === seen);
  const level = outer < 0 ? open.length : outer;
  const ranges: Range[] = [];
  let start = open[level]?.start ?? at;
  let depth = open.length;
  for (const { 0: tag, index } of html.slice(at).matchAll(/<[^>]+>/g)) {
    if (tag.endsWith('/>')) continue;
    depth += tag.startsWith('</') ? -1 : 1;
    // One of the elements around it ends: what follows stands beside that one.
    if (!tag.startsWith('</') || depth !== level - 1 - ranges.length) continue;
    ranges.push({ start, end: at + index });
    start = at + index + tag.length;
  }
  return [...ranges, { start, end: html.length }].filter((range) =>
    isSeen(html.slice(range.start, range.end)),
  );
}

/** Whether there is something in it that anybody sees. */
export const isSeen = (html: string): boolean =>
  /<(?:img|hr)\b/.test(html) || html.replace(/<[^>]+>/g, '').replace(BLANK, '') !== '';
