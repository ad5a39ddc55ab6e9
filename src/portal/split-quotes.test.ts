import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitQuotes } from './split-quotes.ts';

test('leaves a message without quotes whole', () => {
  expect(splitQuotes('<p>Hello<br /></p>')).toEqual([{ html: '<p>Hello<br /></p>', isQuote: false }]);
});

test('makes one piece of quotes that stand together, wherever in the message', () => {
  const html =
    '<div><p>Thanks</p><p data-quote="1">From: <b data-quote="1">Ann</b></p><br /> <div data-quote="1">Our<br data-quote="1" />answer</div></div><p>below</p>';

  expect(splitQuotes(html)).toEqual([
    { html: '<div><p>Thanks</p>', isQuote: false },
    { html: '<p>From: <b>Ann</b></p><br /> <div>Our<br />answer</div>', isQuote: true },
    { html: '</div><p>below</p>', isQuote: false },
  ]);
});

test('folds nothing where a quote is all that was said', () => {
  const html = '<div> <blockquote data-quote="1">Our answer</blockquote></div>';

  expect(splitQuotes(html)).toEqual([
    { html: '<div> <blockquote>Our answer</blockquote></div>', isQuote: false },
  ]);
});

test('loses nothing and folds whole elements, wherever marks and lines of dashes stand', () => {
  const { html } = fc.letrec<{ html: string }>((tie) => ({
    html: fc
      .array(
        fc.oneof(
          { maxDepth: 4 },
          fc.constantFrom('words ', '----- she wrote: -----', '<br />', '<img src="x" />', ' '),
          fc
            .tuple(fc.constantFrom('', ' data-quote="1"', ' data-quote="rest"'), tie('html'))
            .map(([mark, inner]) => `<div${mark}>${inner}</div>`),
        ),
        { maxLength: 4 },
      )
      .map((pieces) => pieces.join('')),
  }));
  fc.assert(
    fc.property(html, (text) => {
      const pieces = splitQuotes(text);

      expect(pieces.map((piece) => piece.html).join('')).toBe(text.replace(/ data-quote="\w+"/g, ''));
      for (const { html } of pieces.filter(({ isQuote }) => isQuote)) {
        expect(html.match(/<div/g)?.length ?? 0).toBe(html.match(/<\/div/g)?.length ?? 0);
        expect(html).not.toMatch(/^[^<]*<\/div/);
      }
    }),
    { numRuns: 2_000 },
  );
});
