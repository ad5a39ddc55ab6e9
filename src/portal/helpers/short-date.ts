import type { HelperOptions } from 'handlebars';
import { dateFormat } from '../formats.ts';
import { frameOf } from '../frame.ts';

/** `{{shortDate openedAt}}`: the day alone, for tables. */
export function shortDate(date: Date, options: HelperOptions): string {
  const { locale, timeZone } = frameOf(options);
  return dateFormat(locale, timeZone ?? 'UTC', 'day').format(date);
}
