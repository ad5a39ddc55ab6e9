import { checkAccess } from '../access/check-access.ts';
import { findRows, tableOf } from '../env.ts';
import { notSingleton, userError } from '../faults.ts';
import { getField } from '../field.ts';
import type { Call, Env, Field } from '../model.ts';
import { columnIn, isTranslatedInTerms, parseDictionary, termsOf } from '../orm/translations.ts';
import { isRecord, type Row, toRecord } from '../values.ts';
import { onRecord } from './define-method.ts';

export const getFieldTranslations = onRecord('(field_name, langs?)', (call) => {
  const { row, field } = target(call);
  const languages = Array.isArray(call.args.langs) ? call.args.langs.map(String) : installed(call.env);
  const source = String(row.get(field.name) || '');
  const inTerms = isTranslatedInTerms(field);
  const rows = languages.flatMap((lang) => {
    const kept = row.get(columnIn(field.name, lang));
    if (!inTerms) return [{ lang, source, value: String(kept ?? source) }];
    const dictionary = parseDictionary(kept);
    return termsOf(source).map((term) => ({ lang, source: term, value: dictionary[term] ?? '' }));
  });
  const type = field.type === 'char' ? 'char' : 'text';
  return [rows, { translation_type: type, translation_show_source: inTerms }];
});

export const updateFieldTranslations = onRecord('(field_name, translations, source_lang?)', (call) => {
  const { env, model } = call;
  const { row, field } = target(call);
  checkAccess(env, model, 'write', [row]);
  if (!field.translate || !isRecord(call.args.translations)) return false;
  const known = new Set([...installed(env), 'en_US']);
  const missing = Object.keys(call.args.translations).filter((language) => !known.has(language));
  if (missing.length > 0) {
    throw userError(`The following languages are not activated: ${missing.join(', ')}`);
  }
  for (const [language, given] of Object.entries(call.args.translations))
    write(env, model.name, row, field, language, given);
  return true;
});

function write(env: Env, model: string, row: Row, field: Field, language: string, given: unknown) {
  const table = tableOf(env, model);
  if (!isTranslatedInTerms(field)) {
    if (isRecord(given))
      throw userError('Translations for model translated fields only accept falsy values and str');
    const column = language === 'en_US' ? field.name : columnIn(field.name, language);
    table.set(row, column, typeof given === 'string' ? given : false);
    return;
  }
  const column = columnIn(field.name, language);
  const dictionary = { ...parseDictionary(row.get(column)), ...toRecord(given) };
  table.set(row, column, JSON.stringify(dictionary));
}

function target({ env, model, ids, args }: Call) {
  const rows = findRows(env, model.name, ids);
  const [row] = rows;
  if (!row || rows.length > 1) throw notSingleton(model.name, ids);
  return { row, field: getField(model, String(args.field_name)) };
}

function installed(env: Env): string[] {
  return [...tableOf(env, 'res.lang').rows()]
    .filter((row) => row.get('active') !== false)
    .map((row) => String(row.get('code')));
}
