import { expect, test } from 'vitest';
import { patienceAfter } from './patience-after.ts';

test('waits twice as long each time, and never longer than a day', () => {
  const minutes = [1, 2, 3, 8, 9, 10, 5_000].map((attempts) => patienceAfter(attempts) / 60_000);

  expect(minutes).toEqual([5, 10, 20, 640, 1_280, 1_440, 1_440]);
});
