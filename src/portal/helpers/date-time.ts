import type { HelperOptions } from 'handlebars';
import { frameOf } from '../frame.ts';

/** `{{dateTime openedAt}}`: day and time as the reader writes them; the time zone is named where it is not theirs. */
export function dateTime(date: Date, options: HelperOptions): string {
  const { locale, timeZone, isOwnTimeZone, formats } = frameOf(options);
  return formats.date(locale, timeZone ?? 'UTC', isOwnTimeZone ? 'moment' : 'zonedMoment').format(date);
}
