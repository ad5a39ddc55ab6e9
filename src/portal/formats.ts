/**
 * Formatters by what they are made of. To make one costs a hundred times what it costs to use it, and a page of
 * tickets needs dozens; they hold nothing but their settings, so all requests share them.
 */
const dates = new Map<string, Intl.DateTimeFormat>();
const relatives = new Map<string, Intl.RelativeTimeFormat>();

export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return getOrMake(
    dates,
    `${locale} ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(locale, options),
  );
}

export function relativeFormat(locale: string, numeric: 'always' | 'auto'): Intl.RelativeTimeFormat {
  return getOrMake(relatives, `${locale} ${numeric}`, () => new Intl.RelativeTimeFormat(locale, { numeric }));
}

/** There are some hundred time zones and five languages; the bound is for what nobody foresees. */
const MOST = 2_000;

function getOrMake<T>(made: Map<string, T>, key: string, make: () => T): T {
  const known = made.get(key);
  if (known !== undefined) return known;
  if (made.size >= MOST) made.clear();
  const value = make();
  made.set(key, value);
  return value;
}
