import { expect, test } from 'vitest';
import { retryDelay } from './retry-delay.ts';

test('doubles with every attempt and stays within its jitter', () => {
  expect(retryDelay(1, undefined, () => 0)).toBe(125);
  expect(retryDelay(1, undefined, () => 1)).toBe(250);
  expect(retryDelay(3, undefined, () => 1)).toBe(1000);
  expect(retryDelay(30, undefined, () => 1)).toBe(10_000);
});

test('follows the server, but never for less than a second or more than a minute', () => {
  expect(retryDelay(1, 0)).toBe(1000);
  expect(retryDelay(1, 3000)).toBe(3000);
  expect(retryDelay(1, 3_600_000)).toBe(60_000);
});
