import type { HelperOptions } from 'handlebars';
import { frameOf } from '../frame.ts';

/** `{{t "list.page" page=page}}`: a text in the reader's language. */
export function translate(key: string, options: HelperOptions): string {
  return frameOf(options).t(key, options.hash);
}
