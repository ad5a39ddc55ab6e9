import { z } from 'zod';
import type { Odoo } from '../odoo/model-api.ts';
import type { DesiredRecord, Value } from './record.ts';
import { pairTexts, translateMarkup } from './translate-markup.ts';
import { translationsByColumn } from './translation-column.ts';

/** Writes the translations among the values, one call a column for all languages. */
export async function writeTranslations(
  odoo: Odoo,
  record: DesiredRecord,
  recordId: number,
  values: Readonly<Record<string, Value>>,
): Promise<void> {
  for (const [column, group] of translationsByColumn(values)) {
    const texts = new Map(group.map(({ language, text }) => [language, text]));
    const field = KEPT_IN[column] ?? column;
    const source = record.values[column] ?? record.initial?.[column];
    const isMarkup = typeof source === 'string' && source.startsWith('<');
    const terms = isMarkup
      ? await findTerms(odoo, record.model, recordId, field, [...texts.keys()])
      : undefined;
    const written = [...texts].map(([language, text]) => [
      language,
      terms === undefined ? text : translateTerms(terms, String(source), text),
    ]);
    const args = [[recordId], field, Object.fromEntries(written)];
    await odoo.call(record.model, 'update_field_translations', args, {}, { retry: true });
  }
}

/** A view's arch is computed; what Odoo translates is what it is computed from. */
const KEPT_IN: Readonly<Record<string, string>> = { arch: 'arch_db' };

const FieldTranslations = z.tuple([
  z.array(z.object({ source: z.string() })),
  z.object({ translation_show_source: z.boolean() }),
]);

/** The pieces in which Odoo translates a text; undefined where it takes it as a whole. */
async function findTerms(
  odoo: Odoo,
  model: string,
  recordId: number,
  field: string,
  languages: readonly string[],
): Promise<readonly string[] | undefined> {
  const args = [[recordId], field, languages];
  const [rows, { translation_show_source }] = FieldTranslations.parse(
    await odoo.call(model, 'get_field_translations', args, {}, { retry: true }),
  );
  return translation_show_source ? [...new Set(rows.map(({ source }) => source))] : undefined;
}

/** A term may hold tags and several of our texts. */
function translateTerms(
  terms: readonly string[],
  source: string,
  translated: string,
): Readonly<Record<string, string>> {
  const texts = pairTexts(source, translated);
  const plain = (term: string) => texts.get(term.replace(/\s+/g, ' '));
  // Those that read the same, too: Odoo carries the translation of a former text over to one that is like it.
  return Object.fromEntries(
    terms.map((term) => [term, plain(term) ?? translateMarkup(term, (text) => texts.get(text))]),
  );
}
