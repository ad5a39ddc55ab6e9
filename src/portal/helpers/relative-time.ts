import type { HelperOptions } from 'handlebars';
import { frameOf } from '../frame.ts';

const MINUTE = 60_000;
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 24 * 60 * MINUTE],
  ['month', 30 * 24 * 60 * MINUTE],
  ['week', 7 * 24 * 60 * MINUTE],
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
];

/** `{{relativeTime date}}`: "3 hours ago", "in 2 days", in the largest unit that fits. */
export function relativeTime(date: Date, options: HelperOptions): string {
  const { locale, now, formats } = frameOf(options);
  const distance = date.getTime() - now.getTime();
  const [, precision] = unitOf(distance);
  // Rounded first: "24 hours" is a day.
  const rounded = Math.round(distance / precision) * precision;
  const [unit, length] = unitOf(rounded);
  const count = Math.round(rounded / length);
  // "Tomorrow" would promise a day of the calendar; a count of units is right whatever the hour.
  return formats.relative(locale, count === 0 ? 'auto' : 'always').format(count, unit);
}

function unitOf(distance: number): readonly [Intl.RelativeTimeFormatUnit, number] {
  return UNITS.find(([, ms]) => Math.abs(distance) >= ms) ?? ['minute', MINUTE];
}
