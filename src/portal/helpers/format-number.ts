import type { HelperOptions } from 'handlebars';
import { frameOf } from '../frame.ts';

/** `{{formatNumber 12345}}`: grouped as the reader's language does. */
export function formatNumber(value: number, options: HelperOptions): string {
  const { locale, formats } = frameOf(options);
  return formats.number(locale).format(value);
}
