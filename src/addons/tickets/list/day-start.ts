import { DateTime } from 'luxon';

/**
 * When a day begins where somebody lives, `later` days after `day` (`YYYY-MM-DD`). It is counted in the calendar alone:
 * where summer time comes at midnight, the day has none and begins at one, and the next one at midnight all the same.
 */
export function dayStart(day: string, later: number, timeZone: string): Date {
  return DateTime.fromISO(day, { zone: 'utc' })
    .plus({ days: later })
    .setZone(timeZone, { keepLocalTime: true })
    .startOf('day')
    .toJSDate();
}
