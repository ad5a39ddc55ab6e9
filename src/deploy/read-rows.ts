import { groupBy } from '../lib/group-by.ts';
import type { Odoo } from '../odoo/model-api.ts';
import { fieldId } from './compile/names.ts';
import type { LiveRecord } from './live-state.ts';
import { type Read, readMany } from './read-many.ts';
import { columnsOf, type DesiredRecord } from './record.ts';
import { parseTranslationColumn, translationColumn } from './translation-column.ts';

export type LiveRow = Readonly<Record<string, unknown>>;

/** The declared columns of records, by external id, translations too; what somebody deleted is left out. */
export async function readRows(
  odoo: Odoo,
  records: readonly LiveRecord[],
  desired: readonly DesiredRecord[],
): Promise<ReadonlyMap<string, LiveRow>> {
  const columns = declaredColumns(desired, new Set(records.map(({ externalId }) => externalId)));
  const isRead = ({ model }: LiveRecord) => !model.startsWith('x_') || (columns.get(model)?.size ?? 0) > 0;
  const read = records.filter(isRead);
  const reads = [...readsOfColumns(read, columns), ...readsOfTranslations(read, desired)];
  const answers = await readMany(odoo, reads, records);
  const found = new Map<string, Record<string, unknown>>();
  for (const [index, { model, nameOf }] of reads.entries()) {
    for (const { id, ...columns } of answers[index] ?? []) {
      const named = Object.entries(columns).map(([column, value]) => [nameOf(column), value]);
      found.set(keyOf(model, id), { ...found.get(keyOf(model, id)), ...Object.fromEntries(named) });
    }
  }
  return new Map(
    records.flatMap(({ externalId, model, recordId }) => {
      const row = isRead({ externalId, model, recordId }) ? found.get(keyOf(model, recordId)) : NOT_READ;
      return row === undefined ? [] : [[externalId, row] as const];
    }),
  );
}

/**
 * Of our own models' records that nothing is compared of, it is enough that Odoo has their external id, which it deletes with
 * them. Whoever applies may have no access to the model.
 */
const NOT_READ: LiveRow = {};

const keyOf = (model: string, id: number): string => `${model},${id}`;

/** A read, and what its columns are called in a row. */
interface NamedRead extends Read {
  readonly nameOf: (column: string) => string;
}

function readsOfColumns(
  records: readonly LiveRecord[],
  columns: ReadonlyMap<string, ReadonlySet<string>>,
): readonly NamedRead[] {
  return [...groupBy(records, ({ model }) => model)].map(([model, ofModel]) => ({
    model,
    domain: [['id', 'in', ofModel.map(({ recordId }) => recordId)]],
    fields: [...(columns.get(model) ?? [])],
    context: READ_ALL,
    nameOf: (column) => column,
  }));
}

/** The declared texts in other languages. */
function readsOfTranslations(
  records: readonly LiveRecord[],
  desired: readonly DesiredRecord[],
): readonly NamedRead[] {
  const live = new Map(records.map((record) => [record.externalId, record]));
  const asked = desired.flatMap((record) => {
    const target = live.get(record.externalId);
    if (target === undefined) return [];
    return columnsOf(record).flatMap(([name]) => {
      const translation = parseTranslationColumn(name);
      return translation ? [{ ...translation, target }] : [];
    });
  });
  const groups = groupBy(asked, ({ target, language }) => `${target.model} ${language}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { language, target } = first;
    return {
      model: target.model,
      domain: [['id', 'in', [...new Set(group.map((one) => one.target.recordId))]]],
      fields: [...new Set(group.map(({ column }) => column))],
      context: { ...READ_ALL, lang: language },
      nameOf: (column: string) => translationColumn(column, language),
    };
  });
}

/** Read of every record, declared or not: they tell what a delete would lose. */
const ALWAYS_READ: Readonly<Record<string, readonly string[]>> = {
  'ir.model': ['model'],
  'ir.model.fields': ['model', 'name', 'ttype', 'store', 'compute', 'related'],
  'ir.model.fields.selection': ['field_id', 'value'],
  'ir.default': ['field_id'],
};

/** Archived records too, and menus that nobody would see, such as one without entries. */
const READ_ALL = { active_test: false, 'ir.ui.menu.full_list': true };

/** All but those whose field is still to be made. */
function declaredColumns(
  desired: readonly DesiredRecord[],
  own: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const missing = new Set(desired.map(({ externalId }) => externalId).filter((id) => !own.has(id)));
  const columns = new Map(Object.entries(ALWAYS_READ).map(([model, names]) => [model, new Set(names)]));
  for (const record of desired) {
    const named = columns.get(record.model) ?? new Set<string>();
    for (const [name] of columnsOf(record)) {
      if (parseTranslationColumn(name) !== undefined) continue;
      if (!missing.has(fieldId(record.model, name))) named.add(name);
    }
    columns.set(record.model, named);
  }
  return columns;
}
