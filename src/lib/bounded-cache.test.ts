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

test('forgets as many as a large one needs, and keeps none that is larger than all', () => {
  const cache = createBoundedCache<string, string>(10, (value) => value.length);
  for (const key of ['a', 'b', 'c']) cache.set(key, key.repeat(3));

  cache.set('large', 'x'.repeat(7));
  cache.set('whole', 'x'.repeat(11));
  cache.set('large', 'y'.repeat(6));
  cache.set('d', 'd');

  expect(['a', 'b', 'c', 'large', 'whole', 'd'].map((key) => cache.get(key))).toEqual([
    undefined,
    undefined,
    'ccc',
    'yyyyyy',
    undefined,
    'd',
  ]);
});

test('keeps one value a key', () => {
  const cache = createBoundedCache<string, number>(2);

  cache.set('a', 1);
  cache.set('a', 2);
  cache.set('b', 3);

  expect([cache.get('a'), cache.get('b')]).toEqual([2, 3]);
});
