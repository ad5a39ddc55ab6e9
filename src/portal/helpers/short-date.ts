import type { HelperOptions } from 'handlebars';
import { frameOf } from '../frame.ts';

/** `{{shortDate openedAt}}`: the day alone, for tables. */
export function shortDate(date: Date, options: HelperOptions): string {
  const { locale, timeZone, formats } = frameOf(options);
  return formats.date(locale, timeZone ?? 'UTC', 'day').format(date);
}
