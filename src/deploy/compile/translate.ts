import { groupBy } from '../../lib/group-by.ts';
import type { Catalogue, Translations } from '../../schema/index.ts';
import type { DesiredRecord, Value } from '../record.ts';
import { textsOf, translateMarkup } from '../translate-markup.ts';
import { translationColumn } from '../translation-column.ts';

/** What people read of each of Odoo's models, and Odoo keeps a language at a time. */
const TRANSLATED: Readonly<Record<string, readonly string[]>> = {
  'ir.actions.act_window': ['name', 'help'],
  'ir.model': ['name'],
  'ir.model.fields': ['field_description', 'help'],
  'ir.model.fields.selection': ['name'],
  'ir.module.category': ['name'],
  'ir.ui.menu': ['name'],
  'ir.ui.view': ['arch'],
  'mail.template': ['name', 'subject', 'body_html'],
  'res.groups': ['name', 'comment'],
};

/** A record with its texts in other languages; they are written once the record is there. */
export function translate(record: DesiredRecord, translations: Translations): DesiredRecord {
  // Dutch is one catalogue for the Netherlands and for Belgium.
  const catalogues = groupBy(Object.entries(translations), ([, catalogue]) => catalogue);
  const late = [...catalogues].flatMap(([catalogue, languages]) =>
    translatedColumns(record).flatMap((column): readonly (readonly [string, Value])[] => {
      const text = translateText(record, column, catalogue);
      if (text === undefined) return [];
      return languages.map(([language]) => [translationColumn(column, language), text]);
    }),
  );
  if (late.length === 0) return record;
  const column = record.handedOut === 'whole' ? 'initialTexts' : 'late';
  return { ...record, [column]: { ...record[column], ...Object.fromEntries(late) } };
}

const sourceOf = ({ values, initial }: DesiredRecord, column: string): Value | undefined =>
  values[column] ?? initial?.[column];

function translatedColumns({ model, values }: DesiredRecord): readonly string[] {
  // The actions of automations are for administrators; the others stand in menus.
  if (model === 'ir.actions.server') return values.usage === 'ir_actions_server' ? ['name'] : [];
  return TRANSLATED[model] ?? [];
}

/** Every text of a record that can be translated, each as the keys under which a catalogue may have it. */
export function translatableTexts(record: DesiredRecord): readonly (readonly string[])[] {
  return translatedColumns(record).flatMap((column) => {
    const source = sourceOf(record, column);
    if (typeof source !== 'string' || source === '') return [];
    return (source.startsWith('<') ? textsOf(source) : [source]).map((text) => catalogueKeys(record, text));
  });
}

/**
 * What stands for one declaration goes before what stands for any: of `Open` at `tickets › ticket_search`,
 * `ticket_search|Open` and then `Open`. A value of a selection may be told by its field, too.
 */
function catalogueKeys({ address }: DesiredRecord, text: string): readonly string[] {
  const [, ...places] = address.split(' › ');
  const contexts = places.map((_, index) => places.slice(0, places.length - index).join(' › '));
  return [...contexts.map((context) => `${context}|${text}`), text];
}

function translateText(record: DesiredRecord, column: string, catalogue: Catalogue): string | undefined {
  const source = sourceOf(record, column);
  if (typeof source !== 'string' || source === '') return undefined;
  const lookup = (text: string) => {
    const key = catalogueKeys(record, text).find((candidate) => Object.hasOwn(catalogue, candidate));
    return key === undefined ? undefined : catalogue[key];
  };
  if (!source.startsWith('<')) return lookup(source);
  let isTouched = false;
  const text = translateMarkup(source, (original) => {
    const translated = lookup(original);
    isTouched ||= translated !== undefined;
    return translated;
  });
  return isTouched ? text : undefined;
}
