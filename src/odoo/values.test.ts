import { expect, test } from 'vitest';
import { parseOdooDatetime, toOdooDatetime } from './values.ts';

test('a moment is written in UTC, without milliseconds', () => {
  expect(toOdooDatetime(new Date('2025-03-30T02:30:00.999+02:00'))).toBe('2025-03-30 00:30:00');
});

test('a datetime is read as UTC', () => {
  expect(parseOdooDatetime('2025-03-30 00:30:00')?.toISOString()).toBe('2025-03-30T00:30:00.000Z');
});

test('an empty datetime is undefined, another text an error', () => {
  expect(parseOdooDatetime(false)).toBeUndefined();
  expect(parseOdooDatetime('')).toBeUndefined();
  expect(() => parseOdooDatetime('yesterday')).toThrow(RangeError);
});
