import { expect, test } from 'vitest';
import { parseListQuery } from './list-query.ts';

const NOTHING = { sorts: [], groups: [], filters: [] };

test.each([
  ['x'.repeat(250), 'x'.repeat(200)],
  [`${'x'.repeat(199)}😀y`, `${'x'.repeat(199)}😀`],
  // PostgreSQL takes no half of a character.
  [`${'x'.repeat(198)} 😀y`, `${'x'.repeat(198)} 😀`],
  ['👩‍👩‍👧'.repeat(201), '👩‍👩‍👧'.repeat(200)],
  [`  a \n b  `, 'a b'],
])('searches for whole characters: case %#', (search, expected) => {
  expect(parseListQuery({ search }, NOTHING).search).toBe(expected);
});

test.each([
  ['80', 80],
  ['81', 20],
  ['9999', 20],
  [undefined, 20],
])('a page has %j tickets: %d', (limit, expected) => {
  expect(parseListQuery(limit === undefined ? {} : { limit }, NOTHING).limit).toBe(expected);
});
