import { expect, test } from 'vitest';
import { findSkipped, readNewest } from './newest-messages.ts';

/** Reads a conversation of bodies so long; tells the calls. */
async function ask(lengths: readonly number[], skipped = 0) {
  const calls: number[] = [];
  const messages = lengths.map((length, id) => ({ id, body: 'x'.repeat(length) }));
  const { rows, earlier } = await readNewest(async ({ offset, limit }) => {
    calls.push(limit);
    return messages.slice(offset, offset + limit);
  }, skipped);
  return { shown: rows.length, first: rows[0]?.id, earlier, calls: calls.length };
}

const many = (count: number, length: number) => Array.from({ length: count }, () => length);

test.each([
  ['nothing', [], 0, { shown: 0, earlier: undefined, calls: 1 }],
  ['a short conversation', many(19, 100), 0, { shown: 19, earlier: undefined, calls: 1 }],
  ['just as many as one call reads', many(50, 100), 0, { shown: 50, earlier: undefined, calls: 2 }],
  ['200 messages', many(200, 100), 0, { shown: 200, earlier: undefined, calls: 2 }],
  ['more', many(450, 100), 0, { shown: 200, earlier: 200, calls: 2 }],
  ['what was said before', many(450, 100), 400, { shown: 50, first: 400, earlier: undefined, calls: 2 }],
  ['200 long messages', many(200, 75_000), 0, { shown: 4, earlier: 4, calls: 1 }],
  ['those before them', many(200, 75_000), 196, { shown: 4, first: 196, earlier: undefined, calls: 1 }],
  ['one that is longer than a page', [1_000_000, 5], 0, { shown: 1, earlier: 1, calls: 1 }],
])('of %s a page shows what it can', async (_name, lengths, skipped, expected) => {
  expect(await ask(lengths, skipped)).toMatchObject(expected);
});

test.each([
  [undefined, 0],
  ['40', 40],
  ['-1', 0],
  ['1e3', 0],
  ['99999999', 0],
])('the address says %j: %d', (text, skipped) => {
  expect(findSkipped(text)).toBe(skipped);
});
