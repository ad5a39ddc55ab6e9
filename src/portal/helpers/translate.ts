import type { HelperOptions } from 'handlebars';
import type { PortalKey } from '../../lib/text-key.ts';
import { frameOf } from '../frame.ts';

/** `{{t "list.page" page=page}}`: a text in the reader's language. */
export function translate(key: PortalKey, options: HelperOptions): string {
  return frameOf(options).t(key, options.hash);
}
