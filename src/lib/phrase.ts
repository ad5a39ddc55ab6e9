/** Something to tell people: which text, with which values. It becomes words where the reader’s language is known. */
export interface Phrase {
  readonly key: string;
  readonly values: PhraseValues;
  /** For logs and the terminal. */
  readonly english: string;
}

/** What others said, such as Odoo or a database, stays as they said it. */
export type Told = Phrase | string;

export type PhraseValues = Readonly<Record<string, Told | number | Listed>>;

/** Several in a row, as one value. */
export interface Listed {
  readonly items: readonly Told[];
  readonly separator: string;
}

export const listed = (items: readonly Told[], separator = ', '): Listed => ({ items, separator });

/** Puts into words, in some language. */
export type Say = (told: Told) => string;

type Plural = 'one' | 'other';
type KeyOf<Texts> = keyof Texts extends infer Key
  ? Key extends `${infer Base}_${Plural}`
    ? Base
    : Key & string
  : never;

/** Makes phrases of a folder’s own texts, of which it is given the English ones. */
export function definePhrases<Texts extends Readonly<Record<string, string>>>(texts: Texts) {
  const templates = new Map<string, string>(Object.entries(texts));
  const plurals = new Intl.PluralRules('en');
  const inEnglish = sayWith((key, values) => {
    const { count } = values;
    const form = typeof count === 'number' ? templates.get(`${key}_${plurals.select(count)}`) : undefined;
    return (form ?? templates.get(key) ?? key).replace(/\{\{(\w+)\}\}/g, (_, name) => String(values[name]));
  }, english);
  return (key: KeyOf<Texts>, values: PhraseValues = {}): Phrase => {
    const phrase = { key, values, english: '' };
    return { ...phrase, english: inEnglish(phrase) };
  };
}

export const english: Say = (told) => (typeof told === 'string' ? told : told.english);

type Words = (key: string, values: Readonly<Record<string, string | number>>) => string;

/** Speaks by a function from keys and plain values to words; phrases among the values by another, where given. */
export function sayWith(words: Words, inner?: Say): Say {
  const say: Say = (told) => {
    if (typeof told === 'string') return told;
    const values = Object.entries(told.values).map(([name, value]) => [name, plain(value)]);
    return words(told.key, Object.fromEntries(values));
  };
  const sayInner = inner ?? say;
  const plain = (value: Told | number | Listed): string | number => {
    if (typeof value === 'number') return value;
    if (typeof value === 'string' || !('items' in value)) return sayInner(value);
    return value.items.map(sayInner).join(value.separator);
  };
  return say;
}
