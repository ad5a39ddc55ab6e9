import type { HelperOptions } from 'handlebars';
import { frameOf } from '../frame.ts';

/** `{{monthName date}}`: "March 2026", over a group of rows. */
export function monthName(date: Date, options: HelperOptions): string {
  const { locale, timeZone, formats } = frameOf(options);
  return formats.date(locale, timeZone ?? 'UTC', 'month').format(date);
}
