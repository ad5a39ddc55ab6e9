const STYLES = {
  moment: { dateStyle: 'medium', timeStyle: 'short' },
  /** With the name of its time zone, which no style of dates allows. */
  zonedMoment: {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  day: { dateStyle: 'medium' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  /** What stands over the hours of a day. */
  wholeDay: { weekday: 'long', day: 'numeric', month: 'long' },
  clock: { hour: 'numeric', minute: '2-digit' },
  /** When something takes place, for people in several time zones. */
  span: {
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  zone: { timeZoneName: 'longGeneric' },
  month: { month: 'long', year: 'numeric' },
  shortMonth: { month: 'short', year: '2-digit' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

export interface Formats {
  date(locale: string, timeZone: string, style: keyof typeof STYLES): Intl.DateTimeFormat;
  relative(locale: string, numeric: 'always' | 'auto'): Intl.RelativeTimeFormat;
  number(locale: string, maximumFractionDigits?: number): Intl.NumberFormat;
}

/** There are some hundred time zones and five languages; the bound is for what nobody foresees. */
const MOST = 2_000;

/**
 * Formatters by what they are made of. To make one costs a hundred times what it costs to use it, and a page of
 * tickets needs dozens; they hold nothing but their settings, so all requests share them.
 */
export function createFormats(): Formats {
  const dates = new Map<string, Intl.DateTimeFormat>();
  const relatives = new Map<string, Intl.RelativeTimeFormat>();
  const numbers = new Map<string, Intl.NumberFormat>();

  return {
    date: (locale, timeZone, style) =>
      getOrMake(
        dates,
        `${locale} ${timeZone} ${style}`,
        () => new Intl.DateTimeFormat(locale, { ...STYLES[style], timeZone }),
      ),
    relative: (locale, numeric) =>
      getOrMake(relatives, `${locale} ${numeric}`, () => new Intl.RelativeTimeFormat(locale, { numeric })),
    number: (locale, maximumFractionDigits = 3) =>
      getOrMake(
        numbers,
        `${locale} ${maximumFractionDigits}`,
        () => new Intl.NumberFormat(locale, { maximumFractionDigits }),
      ),
  };
}

function getOrMake<T>(made: Map<string, T>, key: string, make: () => T): T {
  const known = made.get(key);
  if (known !== undefined) return known;
  if (made.size >= MOST) made.clear();
  const value = make();
  made.set(key, value);
  return value;
}
