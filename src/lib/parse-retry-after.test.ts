import { expect, test } from 'vitest';
import { parseRetryAfter } from './parse-retry-after.ts';

const now = Date.parse('2025-01-01T00:00:00Z');

test('seconds and dates become milliseconds from now, never less than none', () => {
  expect(parseRetryAfter('7', now)).toBe(7000);
  expect(parseRetryAfter('Wed, 01 Jan 2025 00:00:30 GMT', now)).toBe(30_000);
  expect(parseRetryAfter('Tue, 31 Dec 2024 00:00:00 GMT', now)).toBe(0);
});

test('anything else says nothing', () => {
  expect(parseRetryAfter(undefined, now)).toBeUndefined();
  expect(parseRetryAfter('', now)).toBeUndefined();
  expect(parseRetryAfter('soon', now)).toBeUndefined();
});
