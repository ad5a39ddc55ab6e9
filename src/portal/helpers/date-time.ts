import type { HelperOptions } from 'handlebars';
import { frameOf } from '../frame.ts';

/** `{{dateTime openedAt}}`: day and time as the reader writes them; the time zone is named where it is not theirs. */
export function dateTime(date: Date, options: HelperOptions): string {
  const { locale, timeZone, formats } = frameOf(options);
  const format = formats.date(locale, timeZone ?? 'UTC', 'moment');
  return timeZone === undefined ? `${format.format(date)} UTC` : format.format(date);
}
