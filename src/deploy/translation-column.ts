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

/** Odoo holds texts only in languages that it has installed. */
export function withoutForeignLanguages(
  record: DesiredRecord,
  installed: ReadonlySet<string>,
): DesiredRecord {
  if (record.late === undefined) return record;
  const late = Object.entries(record.late).filter(([name]) => {
    const language = parseTranslationColumn(name)?.language;
    return language === undefined || installed.has(language);
  });
  const { late: _, ...rest } = record;
  return late.length === 0 ? rest : { ...rest, late: Object.fromEntries<Value>(late) };
}

export function withoutTranslations(
  values: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !parseTranslationColumn(name)));
}
