import type { HelperOptions } from 'handlebars';
import { dateFormat } from '../formats.ts';
import { frameOf } from '../frame.ts';

/** `{{monthName date}}`: "March 2026", over a group of rows. */
export function monthName(date: Date, options: HelperOptions): string {
  const { locale, timeZone } = frameOf(options);
  return dateFormat(locale, timeZone ?? 'UTC', 'month').format(date);
}
