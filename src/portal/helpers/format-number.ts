import type { HelperOptions } from 'handlebars';
import { numberFormat } from '../formats.ts';
import { frameOf } from '../frame.ts';

/** `{{formatNumber 12345}}`: grouped as the reader's language does. */
export function formatNumber(value: number, options: HelperOptions): string {
  return numberFormat(frameOf(options).locale).format(value);
}
