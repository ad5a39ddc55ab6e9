import type { HelperOptions } from 'handlebars';
import { frameOf } from '../frame.ts';

/** `{{clockTime begin}}`: "10:30", under the day that it belongs to. */
export function clockTime(date: Date, options: HelperOptions): string {
  const { locale, timeZone, formats } = frameOf(options);
  return formats.date(locale, timeZone ?? 'UTC', 'clock').format(date);
}
