import { expect, test } from 'vitest';
import { dayStart } from './day-start.ts';

test.each([
  ['UTC', '2026-02-28', '2026-02-28T00:00', '2026-03-01T00:00'],
  ['Europe/Amsterdam', '2026-03-29', '2026-03-28T23:00', '2026-03-29T22:00'],
  ['Asia/Kathmandu', '2026-07-01', '2026-06-30T18:15', '2026-07-01T18:15'],
  // Summer time comes at midnight.
  ['America/Santiago', '2026-09-05', '2026-09-05T04:00', '2026-09-06T04:00'],
  ['America/Santiago', '2026-09-06', '2026-09-06T04:00', '2026-09-07T03:00'],
  ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00', '2026-04-24T21:00'],
  // It goes, and midnight comes twice.
  ['America/Havana', '2026-11-01', '2026-11-01T04:00', '2026-11-02T05:00'],
  // The day that Samoa left out.
  ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00', '2011-12-30T10:00'],
])('in %s %s is from %s to %s', (zone, day, begin, end) => {
  const minute = (date: Date) => date.toISOString().slice(0, 16);

  expect([minute(dayStart(day, 0, zone)), minute(dayStart(day, 1, zone))]).toEqual([begin, end]);
});
