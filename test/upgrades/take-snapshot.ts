import { z } from 'zod';
import type { Caller } from '../../src/odoo/caller.ts';
import { type CountedModel, type Row, takeCensus } from './census.ts';
import type { Column } from './scope.ts';
import { idInText, keyOf, keysIn, type Relation, type Snapshot, type Table } from './snapshot.ts';

/** Reads what can be written again elsewhere: no value that Odoo works out itself, no record that it always holds. */
export async function takeSnapshot(caller: Caller): Promise<Snapshot> {
  const census = await takeCensus(caller);
  const names = await readNames(caller);
  const contents = await readContents(caller, [...(census.get('ir.attachment')?.rows.keys() ?? [])]);
  const tables = [...census].flatMap(([model, counted]): Table[] => {
    const isBrought = (id: number) => names.has(keyOf(model, id));
    const table = toTable(model, counted, isBrought, model === 'ir.attachment' ? contents : new Map());
    return table.rows.length === 0 ? [] : [table];
  });
  const referred = new Set(tables.flatMap(referencesOf));
  const written = new Set(tables.flatMap(({ model, rows }) => rows.map(([id]) => keyOf(model, id))));
  const known = [...new Set([...referred, ...written])];
  return {
    tables,
    known: Object.fromEntries(known.flatMap((key) => (names.has(key) ? [[key, names.get(key) ?? '']] : []))),
  };
}

/** External ids that stand for records which are there before any of our data is. */
async function readNames(caller: Caller): Promise<ReadonlyMap<string, string>> {
  const fields = ['module', 'name', 'model', 'res_id'];
  const domain = [['module', 'not in', OF_DATA]];
  const found = await caller.call('ir.model.data', 'search_read', [domain], { fields, order: 'id desc' });
  return new Map(
    Names.parse(found).map(({ module, name, model, res_id }) => [keyOf(model, res_id), `${module}.${name}`]),
  );
}

const OF_DATA = ['__zammad__', '__supportdesk_portal__', '__supportdesk_lease__', '__export__'];
const Names = z.array(
  z.object({ module: z.string(), name: z.string(), model: z.string(), res_id: z.number() }),
);

async function readContents(caller: Caller, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await caller.call('ir.attachment', 'read', [ids, ['datas']], {});
  const parsed = z
    .array(z.object({ id: z.number(), datas: z.union([z.string(), z.literal(false)]) }))
    .parse(rows);
  return new Map(parsed.map(({ id, datas }) => [id, (datas || '').slice(0, LONGEST)]));
}

/** Of a long file the beginning does; base64 may be cut after any four characters. */
const LONGEST = 800;

function toTable(
  model: string,
  { columns, rows }: CountedModel,
  isBrought: (id: number) => boolean,
  contents: ReadonlyMap<number, string>,
): Table {
  const kept = columns.filter(({ isComputed }) => !isComputed);
  const names = kept.map(({ name }) => name);
  // What was handed out is the organisation's: it is there when a version is deployed, and then as people left it.
  const own = [...rows].filter(
    ([id, row]) => (model.startsWith('x_') || !isBrought(id)) && isData(model, row),
  );
  return {
    model,
    columns: [...names, ...(contents.size > 0 ? ['datas'] : [])],
    relations: Object.fromEntries(kept.flatMap((column) => relationOf(column))),
    rows: own.map(([id, row]) => [
      id,
      ...names.map((name) => nameIds(model, name, row[name])),
      ...(contents.size > 0 ? [contents.get(id) ?? ''] : []),
    ]),
  };
}

/** Of the external ids only those of data: the others come with what is deployed. */
const isData = (model: string, row: Row) =>
  model !== 'ir.model.data' || OF_DATA.slice(0, 2).includes(String(row.module));

function relationOf({ name, relation, modelIn }: Column): [string, Relation][] {
  if (modelIn !== undefined) return [[name, { modelIn }]];
  return relation === undefined ? [] : [[name, { model: relation }]];
}

function referencesOf({ columns, relations, rows }: Table): readonly string[] {
  return rows.flatMap(([, ...cells]) =>
    Object.entries(relations).flatMap(([name, relation]) =>
      keysIn(relation, cells[columns.indexOf(name)], (column) => cells[columns.indexOf(column)]),
    ),
  );
}

/** Where a text is known to hold an id. */
function nameIds(model: string, column: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (model === 'ir.model.data' && column === 'name') {
    return value.replace(
      /^(rating|link)_(\d+)$/,
      (_, kind, id) => `${kind}_${idInText('x_support.ticket', id)}`,
    );
  }
  return value
    .replace(/(\/web\/(?:image|content)\/)(\d+)/g, (_, path, id) => path + idInText('ir.attachment', id))
    .replace(
      /(\/(?:my\/tickets|supportdesk\/ticket)\/)(\d+)/g,
      (_, path, id) => path + idInText('x_support.ticket', id),
    );
}
