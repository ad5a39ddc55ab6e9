import type { HelperOptions } from 'handlebars';
import { frameOf } from '../frame.ts';

/** `{{zoneName}}`: "Central European Time (Amsterdam)", the time zone in which the page shows its times. */
export function zoneName(options: HelperOptions): string {
  const { locale, timeZone = 'UTC', formats, now } = frameOf(options);
  if (timeZone === 'UTC') return timeZone;
  const parts = formats.date(locale, timeZone, 'zone').formatToParts(now);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  const [, city] = /\/([^/]+)$/.exec(timeZone) ?? [];
  return city === undefined || timeZone.startsWith('Etc/') ? name : `${name} (${city.replaceAll('_', ' ')})`;
}
