import cron from 'node-cron';
import { describe, expect, test } from 'vitest';
import { nextRun } from './next-run.ts';

const at = (text: string) => new Date(text);
const local = (date: Date | undefined) =>
  date && new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);

describe('the next run', () => {
  test.each([
    ['* * * * * *', '2026-03-01T12:00:00', '2026-03-01T12:00:01'],
    ['*/5 * * * * *', '2026-03-01T12:00:05', '2026-03-01T12:00:10'],
    ['* * * * *', '2026-03-01T12:00:00', '2026-03-01T12:01:00'],
    ['0 6 * * *', '2026-03-01T05:59:59', '2026-03-01T06:00:00'],
    ['0 6 * * *', '2026-03-01T06:00:00', '2026-03-02T06:00:00'],
    ['30 23 31 12 *', '2026-12-31T23:30:00', '2027-12-31T23:30:00'],
    ['0 6 * * 1-5', '2026-02-27T07:00:00', '2026-03-02T06:00:00'],
    ['0 0 29 2 *', '2026-03-01T00:00:00', '2028-02-29T00:00:00'],
  ])('of %s behind %s is %s', (expression, after, next) => {
    expect(local(nextRun(expression, at(after)))).toBe(next);
  });

  test('of a day that does not come for years is none', () => {
    expect(nextRun('0 0 29 2 1', at('2026-03-01T00:00:00'))).toBeUndefined();
  });

  test('is the first moment that the library would run at', () => {
    const expressions = ['*/7 3,15 * * * *', '13 */11 5 * * 2', '0 0 1 */2 *', '*/20 59 23 * * 0,6'];
    for (const expression of expressions) {
      const task = cron.createTask(expression, () => undefined);
      let after = at('2026-02-27T23:58:30');
      for (let run = 0; run < 4; run += 1) {
        const next = nextRun(expression, after);
        expect(next && task.match(next)).toBe(true);
        after = next ?? after;
      }
      void task.destroy();
    }
  });
});
