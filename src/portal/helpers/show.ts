import type { HelperOptions } from 'handlebars';
import { frameOf } from '../frame.ts';
import { renderShown, type Shown } from '../shown.ts';

/** `{{show value}}`: a text, number, moment or day as the reader has it; nothing where there is none. */
export function show(value: Shown | undefined, options: HelperOptions): string {
  return value === undefined ? '' : renderShown(value, frameOf(options));
}
