import { expect, test } from 'vitest';
import { nextAttempt } from './next-attempt.ts';

const now = new Date('2026-03-01T12:00:00Z');
const waits = Array.from({ length: 20 }, (_, index) => {
  const next = nextAttempt(index + 1, now);
  return next && (next.getTime() - now.getTime()) / 1000;
});

test('the second attempt comes soon, later ones ever less often, at last every six hours', () => {
  expect(waits.slice(0, 4)).toEqual([30, 60, 120, 240]);
  expect(waits[12]).toBe(6 * 3600);
});

test('ends within about two days', () => {
  const tries = waits.findIndex((wait) => wait === undefined);
  const hours = waits.slice(0, tries).reduce<number>((sum, wait) => sum + (wait ?? 0), 0) / 3600;

  expect(hours).toBeGreaterThan(40);
  expect(hours).toBeLessThan(60);
});
