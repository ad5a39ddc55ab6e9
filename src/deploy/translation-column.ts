import { groupBy } from '../lib/group-by.ts';
import type { DesiredRecord, Value } from './record.ts';

/** A column in another language, as `name@nl_NL`: compared and kept like any other. */
export const translationColumn = (column: string, language: string): string => `${column}@${language}`;

export interface TranslationColumn {
  readonly column: string;
  readonly language: string;
}

export function parseTranslationColumn(name: string): TranslationColumn | undefined {
  const [column = '', language] = name.split('@');
  return language === undefined ? undefined : { column, language };
}

export interface Translation extends TranslationColumn {
  readonly text: string;
}

/** The translations among the values, by column. */
export function translationsByColumn(
  values: Readonly<Record<string, Value>>,
): ReadonlyMap<string, readonly Translation[]> {
  const translations = Object.entries(values).flatMap(([name, text]) => {
    const translation = parseTranslationColumn(name);
    return translation ? [{ ...translation, text: String(text) }] : [];
  });
  return groupBy(translations, ({ column }) => column);
}

/** Odoo holds texts only in languages that it has installed. */
export function withoutForeignLanguages(
  { late, initialTexts, ...record }: DesiredRecord,
  installed: ReadonlySet<string>,
): DesiredRecord {
  const known = (columns: Readonly<Record<string, Value>> = {}) =>
    Object.entries(columns).filter(([name]) => {
      const language = parseTranslationColumn(name)?.language;
      return language === undefined || installed.has(language);
    });
  const [lateColumns, texts] = [known(late), known(initialTexts)];
  return {
    ...record,
    ...(lateColumns.length === 0 ? {} : { late: Object.fromEntries(lateColumns) }),
    ...(texts.length === 0 ? {} : { initialTexts: Object.fromEntries(texts) }),
  };
}

export function withoutTranslations(
  values: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !parseTranslationColumn(name)));
}
