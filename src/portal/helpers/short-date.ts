import type { HelperOptions } from 'handlebars';
import { frameOf } from '../frame.ts';

/** `{{shortDate openedAt}}`: the day alone, for tables. */
export function shortDate(date: Date, options: HelperOptions): string {
  const { locale, timeZone } = frameOf(options);
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeZone: timeZone ?? 'UTC',
  }).format(date);
}
