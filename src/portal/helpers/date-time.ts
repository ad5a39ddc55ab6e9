import type { HelperOptions } from 'handlebars';
import { type Frame, frameOf } from '../frame.ts';

/** `{{dateTime openedAt}}`: day and time in the reader's language and time zone, which is named where it is not theirs. */
export function dateTime(date: Date, options: HelperOptions): string {
  const frame = frameOf(options);
  return new Intl.DateTimeFormat(frame.locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    ...zoneOf(frame),
  }).format(date);
}

function zoneOf({ timeZone }: Frame): Intl.DateTimeFormatOptions {
  return timeZone === undefined ? { timeZone: 'UTC', timeZoneName: 'short' } : { timeZone };
}
