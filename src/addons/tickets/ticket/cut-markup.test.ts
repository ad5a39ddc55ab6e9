import { expect, test } from 'vitest';
import { cutMarkup, findTextId } from './cut-markup.ts';

test.each([
  ['words', 'one two', 5, 'one t'],
  ['a tag', 'one <b>two</b>', 6, 'one '],
  ['an entity', 'one &amp; two', 7, 'one '],
  ['a character', 'one 🙂 two', 5, 'one '],
  ['nothing', 'one', 3, 'one'],
])('cuts a text before %s that would be cut in two', (_what, html, most, shown) => {
  expect(cutMarkup(html, most)).toBe(shown);
});

test('knows its own addresses', () => {
  expect(['text-7', 'text-0', 'text-', '7', 'text-7x', undefined].map(findTextId)).toEqual([
    ...[7, 0, undefined, undefined, undefined, undefined],
  ]);
});
