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
