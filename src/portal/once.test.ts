import { expect, test } from 'vitest';
import { createOnce } from './once.ts';

test('does the work once for all who ask while it is under way', async () => {
  const once = createOnce();
  let runs = 0;
  const work = async () => {
    runs += 1;
  };

  await Promise.all([once('a', work), once('a', work), once('b', work)]);

  expect(runs).toBe(2);
});

test('does it again afterwards, also when it failed', async () => {
  const once = createOnce();
  await expect(once('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');

  await expect(once('a', () => Promise.resolve())).resolves.toBeUndefined();
});
