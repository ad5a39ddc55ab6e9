import { z } from 'zod';
import { groupBy } from '../lib/group-by.ts';
import type { Odoo } from '../odoo/model-api.ts';
import { fieldId } from './compile/names.ts';
import type { LiveRecord } from './live-state.ts';
import { readTranslations } from './read-translations.ts';
import { columnsOf, type DesiredRecord, isReference } from './record.ts';
import { parseTranslationColumn } from './translation-column.ts';

export type LiveRow = Readonly<Record<string, unknown>>;

/**
 * The declared columns of records, by external id; what somebody deleted is left out. One call a model of Odoo, or
 * less: lines that hang on a record which is read anyway come along with it.
 */
export async function readRows(
  odoo: Odoo,
  records: readonly LiveRecord[],
  desired: readonly DesiredRecord[],
): Promise<ReadonlyMap<string, LiveRow>> {
  const columns = declaredColumns(desired, new Set(records.map(({ externalId }) => externalId)));
  const byModel = groupBy(records, ({ model }) => model);
  const found: FoundRows = new Map();
  const isLine = (model: string) =>
    Object.entries(LINES).some(
      ([parent, lines]) => byModel.has(parent) && Object.values(lines).includes(model),
    );
  const read = (models: readonly string[]) =>
    Promise.all(
      models.map(async (model) => {
        const ids = (byModel.get(model) ?? []).map(({ recordId }) => recordId);
        const missing = ids.filter((id) => !found.get(model)?.has(id));
        if (missing.length === 0) return;
        const lines = Object.entries(LINES[model] ?? {}).filter(([, child]) => byModel.has(child));
        note(found, model, await readModel(odoo, model, missing, columns, new Map(lines)), new Map(lines));
      }),
    );
  const translations = readTranslations(odoo, records, desired);
  await read([...byModel.keys()].filter((model) => !isLine(model)));
  await read([...byModel.keys()].filter(isLine));
  const texts = await translations;
  return new Map(
    records.flatMap(({ externalId, model, recordId }) => {
      const row = found.get(model)?.get(recordId);
      return row === undefined ? [] : [[externalId, { ...row, ...texts.get(externalId) }] as const];
    }),
  );
}

/** What comes along: the column of a model that lists the lines, and the model of those. */
const LINES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'res.groups': { model_access: 'ir.model.access', rule_groups: 'ir.rule' },
  'ir.model': { access_ids: 'ir.model.access', rule_ids: 'ir.rule' },
  'ir.model.fields': { selection_ids: 'ir.model.fields.selection' },
  'base.automation': { action_server_ids: 'ir.actions.server' },
};

/** Read of every record, declared or not: they tell what a delete would lose. */
const ALWAYS_READ: Readonly<Record<string, readonly string[]>> = {
  'ir.model': ['model'],
  'ir.model.fields': ['model', 'name', 'ttype', 'store'],
  'ir.model.fields.selection': ['field_id', 'value'],
};

/** Archived records too, and menus that nobody would see, such as one without entries. */
const READ_ALL = { active_test: false, 'ir.ui.menu.full_list': true };

type FoundRows = Map<string, Map<number, LiveRow>>;
type Columns = ReadonlyMap<string, ReadonlyMap<string, { readonly isReference: boolean }>>;

/** All but those whose field is still to be made. */
function declaredColumns(desired: readonly DesiredRecord[], own: ReadonlySet<string>): Columns {
  const missing = new Set(desired.map(({ externalId }) => externalId).filter((id) => !own.has(id)));
  const columns = new Map(
    Object.entries(ALWAYS_READ).map(([model, names]) => [
      model,
      new Map(names.map((name) => [name, { isReference: false }])),
    ]),
  );
  for (const record of desired) {
    const named = columns.get(record.model) ?? new Map<string, { readonly isReference: boolean }>();
    for (const [name, value] of columnsOf(record)) {
      if (parseTranslationColumn(name) !== undefined) continue;
      if (!missing.has(fieldId(record.model, name))) named.set(name, { isReference: isReference(value) });
    }
    columns.set(record.model, named);
  }
  return columns;
}

const Rows = z.array(z.looseObject({ id: z.number() }));
const Page = z.object({ records: Rows });
const Named = z.object({ id: z.number(), display_name: z.string() });

async function readModel(
  odoo: Odoo,
  model: string,
  ids: readonly number[],
  columns: Columns,
  lines: ReadonlyMap<string, string>,
): Promise<readonly (LiveRow & { readonly id: number })[]> {
  const domain = [['id', 'in', ids]];
  const names = [...(columns.get(model)?.keys() ?? [])];
  const options = { context: READ_ALL };
  if (lines.size === 0) {
    // Without any name Odoo would read all fields.
    const fields = names.length > 0 ? names : ['id'];
    return Rows.parse(await odoo.call(model, 'search_read', [domain, fields], options, { retry: true }));
  }
  const specification = {
    ...specify(columns, model),
    ...Object.fromEntries([...lines].map(([column, child]) => [column, { fields: specify(columns, child) }])),
  };
  const page = await odoo.call(model, 'web_search_read', [domain, specification], options, { retry: true });
  return Page.parse(page).records;
}

function specify(columns: Columns, model: string): Readonly<Record<string, object>> {
  return Object.fromEntries(
    [...(columns.get(model) ?? [])].map(([name, column]) => [
      name,
      column.isReference ? { fields: { display_name: {} } } : {},
    ]),
  );
}

function note(
  found: FoundRows,
  model: string,
  rows: readonly (LiveRow & { readonly id: number })[],
  lines: ReadonlyMap<string, string>,
): void {
  const known = found.get(model) ?? new Map<number, LiveRow>();
  found.set(model, known);
  for (const row of rows) {
    const plain: Record<string, unknown> = { ...plainRow(row) };
    for (const [column, child] of lines) {
      const nested = Rows.parse(row[column] ?? []);
      plain[column] = nested.map(({ id }) => id);
      note(found, child, nested, new Map());
    }
    known.set(row.id, plain);
  }
}

/** A nested many2one as `search_read` gives it. */
function plainRow(row: LiveRow): LiveRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const named = Named.safeParse(value);
      return [name, named.success ? [named.data.id, named.data.display_name] : value];
    }),
  );
}
