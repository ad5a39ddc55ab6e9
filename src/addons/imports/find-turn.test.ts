import cron from 'node-cron';
import { expect, test } from 'vitest';
import { findTurn } from './find-turn.ts';

const record = {
  x_active: true,
  x_interval: 5,
  x_cron: false,
  x_cursor: '2026-03-01T00:00:00.000Z',
  x_last_run_at: '2026-03-01 12:00:00',
  x_run_state: 'done',
  x_run_mode: 'import',
} as const;
const at = (time: string) => new Date(`2026-03-01T${time}Z`);
const scheduled = { mode: 'import', trigger: 'schedule' };

test('a source is due once its interval has passed since its last run', () => {
  expect(findTurn(record, at('12:04:50'), at('12:04:59'))).toBeUndefined();
  expect(findTurn(record, at('12:04:59'), at('12:05:00'))).toEqual(scheduled);
  expect(findTurn({ ...record, x_interval: 0 }, at('12:59:00'), at('13:00:00'))).toBeUndefined();
  expect(findTurn({ ...record, x_active: false }, at('12:59:00'), at('13:00:00'))).toBeUndefined();
});

test('a cron expression counts instead, whenever it fired since the last look', () => {
  const hourly = { ...record, x_cron: '0 * * * *', x_interval: 1 };

  expect(findTurn(hourly, at('12:59:50'), at('12:59:59'))).toBeUndefined();
  expect(findTurn(hourly, at('12:59:59'), at('13:00:02'))).toEqual(scheduled);
  expect(findTurn(hourly, at('13:00:02'), at('13:00:05'))).toBeUndefined();
  expect(cron.getTasks().size).toBe(0);
});

test('an expression that is none leaves the source to its interval', () => {
  expect(findTurn({ ...record, x_cron: 'often' }, at('12:04:59'), at('12:05:00'))).toEqual(scheduled);
});

test('the first import waits for somebody, and goes on by itself once it was begun', () => {
  const fresh = {
    ...record,
    x_cursor: false,
    x_last_run_at: false,
    x_run_state: false,
    x_run_mode: false,
  } as const;

  expect(findTurn(fresh, at('12:00:00'), at('12:00:03'))).toBeUndefined();
  expect(
    findTurn({ ...fresh, x_run_state: 'done', x_run_mode: 'test' }, at('12:00:00'), at('12:00:03')),
  ).toBeUndefined();
  expect(
    findTurn({ ...fresh, x_run_state: 'running', x_run_mode: 'full' }, at('12:00:00'), at('12:00:03')),
  ).toEqual(scheduled);
});

test('what somebody asked for goes before the schedule, and runs of a source that is switched off too', () => {
  const asked = { ...record, x_active: false, x_run_state: 'requested', x_run_mode: 'dry' };

  expect(findTurn(asked, at('12:00:00'), at('12:00:03'))).toEqual({ mode: 'dry', trigger: 'button' });
});
