import type { PortalKey } from '../lib/text-key.ts';
import type { Reader } from './reply.ts';

/** A text that an organisation gave itself, by language: `{ texts: { en: 'Room', nl: 'Lokaal' } }`. */
export interface LocalText {
  readonly texts: Readonly<Record<string, string | undefined>>;
}

/** What stands beside something: the key of a text of the portal's, or a text of the organisation's own. */
export type Label = PortalKey | LocalText;

/**
 * What stands in a place of a page: a plain text as somebody wrote it, a number, a moment, a day of the calendar, or a
 * text that each reader has in their own language.
 */
export type Shown =
  | string
  | number
  | Date
  /** Shown with its year, or with its day of the week, short or in full; or only its month. */
  | {
      readonly day: string;
      readonly style?: 'day' | 'weekday' | 'wholeDay' | 'month' | 'shortMonth';
    }
  | { readonly key: PortalKey; readonly values?: Readonly<Record<string, unknown>> }
  | LocalText;

export function labelShown(label: Label): Shown {
  return typeof label === 'string' ? { key: label } : label;
}

/** As text, in the reader's language and time zone; templates escape it. */
export function renderShown(shown: Shown, { t, language, locale, timeZone, formats }: Reader): string {
  if (typeof shown === 'string') return shown;
  if (typeof shown === 'number') return formats.number(locale).format(shown);
  if (shown instanceof Date) return formats.date(locale, timeZone ?? 'UTC', 'moment').format(shown);
  if ('key' in shown) return t(shown.key, shown.values);
  if ('day' in shown) {
    const day = new Date(`${shown.day}T00:00:00Z`);
    return Number.isNaN(day.getTime())
      ? shown.day
      : formats.date(locale, 'UTC', shown.style ?? 'day').format(day);
  }
  return localText(shown, language);
}

/** In that language, else in English, else in whichever there is. */
export function localText({ texts }: LocalText, language: string): string {
  return texts[language] ?? texts.en ?? Object.values(texts).find((text) => text !== undefined) ?? '';
}

/** Whatever a place was given, if it can be shown. */
export function findShown(value: unknown): Shown | undefined {
  return isShown(value) && value !== '' ? value : undefined;
}

function isShown(value: unknown): value is Shown {
  if (typeof value === 'string') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof Date) return !Number.isNaN(value.getTime());
  if ('key' in value) return typeof value.key === 'string';
  if ('day' in value) return typeof value.day === 'string';
  return 'texts' in value && typeof value.texts === 'object' && value.texts !== null;
}
