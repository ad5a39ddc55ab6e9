import { expect, test } from 'vitest';
import { chunkRows, type LoadRow } from './chunk-rows.ts';

test('fills a batch up to its rows', () => {
  expect(sizes([1, 1, 1, 1, 1], { rows: 2, characters: 100 })).toEqual([2, 2, 1]);
});

test('fills a batch up to its characters', () => {
  expect(sizes([4, 4, 4, 4], { rows: 10, characters: 9 })).toEqual([2, 2]);
});

test('lets a row that is too large travel alone', () => {
  expect(sizes([1, 50, 1], { rows: 10, characters: 9 })).toEqual([1, 1, 1]);
});

test('makes no batch of nothing', () => {
  expect(sizes([], { rows: 10, characters: 9 })).toEqual([]);
});

function sizes(lengths: readonly number[], limits: { rows: number; characters: number }): readonly number[] {
  const rows = lengths.map(
    (length, index): LoadRow => ({
      externalId: `x.${index}`,
      cells: { body: 'a'.repeat(length) },
    }),
  );
  return [...chunkRows(rows, limits)].map((chunk) => chunk.length);
}
