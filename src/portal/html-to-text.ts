/**
 * The words of a text alone, its paragraphs and lines apart, to be read as a file. Of html as Odoo stores it, without
 * scripts; megabytes of it take a moment, where to read it as a browser does takes seconds.
 */
export function htmlToText(html: string): string {
  return html
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(LINE_END, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(
      /&(?:#(\d{1,7})|([a-z]{2,4}));/g,
      (entity, code: string | undefined, name: string | undefined) =>
        code === undefined ? (NAMED[name ?? ''] ?? entity) : characterOf(Number(code)),
    )
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const LINE_END = /<br\b[^<>]*>|<\/(?:p|div|li|tr|h[1-6]|pre|blockquote|table|ul|ol)>/gi;

const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  amp: '&',
  apos: "'",
  nbsp: ' ',
};

const characterOf = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');
