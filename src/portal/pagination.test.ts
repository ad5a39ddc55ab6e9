import { describe, expect, test } from 'vitest';
import { findPageNumber, mapPagination } from './pagination.ts';

const at = (page: number, total: number) =>
  mapPagination({ page, pageSize: 20, total, href: (number) => `/p/${number}` });

describe('mapPagination', () => {
  test('shows the first, the last and the neighbours, and where pages were left out', () => {
    const { links, previous, next } = at(7, 400);

    expect(links.map(({ page, afterGap }) => `${afterGap ? '… ' : ''}${page}`)).toEqual([
      '1',
      '… 6',
      '7',
      '8',
      '… 20',
    ]);
    expect(links.find(({ isCurrent }) => isCurrent)).toMatchObject({ page: 7, href: '/p/7' });
    expect([previous, next]).toEqual(['/p/6', '/p/8']);
  });

  test('counts the items of the last, shorter page', () => {
    expect(at(3, 43)).toMatchObject({ firstItem: 41, lastItem: 43, total: 43, next: undefined });
  });

  test.each([0, 1, 20])('is one page for %i items', (total) => {
    expect(at(1, total)).toMatchObject({ isSinglePage: true, previous: undefined, next: undefined });
  });
});

test.each([
  [undefined, 1],
  ['1', 1],
  ['20', 20],
  ['0', undefined],
  ['-1', undefined],
  ['1e3', undefined],
  ['99999999', undefined],
  ['x', undefined],
])('reads the page number %j as %j', (text, number) => {
  expect(findPageNumber(text)).toBe(number);
});
