import { expect, test } from 'vitest';
import { createBoundedCache } from './bounded-cache.ts';

test('forgets what was not used for longest', () => {
  const cache = createBoundedCache<string, number>(2);
  cache.set('a', 1);
  cache.set('b', 2);
  cache.get('a');

  cache.set('c', 3);

  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3]);
});

test('keeps one value a key', () => {
  const cache = createBoundedCache<string, number>(2);

  cache.set('a', 1);
  cache.set('a', 2);
  cache.set('b', 3);

  expect([cache.get('a'), cache.get('b')]).toEqual([2, 3]);
});
