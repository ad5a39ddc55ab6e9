import type { HelperOptions } from 'handlebars';
import { frameOf } from '../frame.ts';

/** `{{timeSpan begin end}}`: "Thursday 3 December 2026, 10:00–11:00 CET"; the time zone is always named. */
export function timeSpan(begin: Date, end: Date, options: HelperOptions): string {
  const { locale, timeZone, formats } = frameOf(options);
  return formats.date(locale, timeZone ?? 'UTC', 'span').formatRange(begin, end);
}
