import { z } from 'zod';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import type { Odoo } from '../../src/odoo/model-api.ts';
import { byLanguage, ENGLISH, readLanguages, type SpokenTable } from './by-language.ts';
import { fillIds, keyOf, keysIn, type Snapshot, type Table } from './snapshot.ts';

/** Puts the rows of a snapshot into an Odoo, as they were: afterwards every recorded value is there. */
export async function loadSnapshot(odoo: Odoo, { tables: recorded, known }: Snapshot): Promise<void> {
  const ids = await findKnown(odoo, known);
  const languages = await readLanguages(odoo);
  const understood = await Promise.all(recorded.map((table) => speakingEnglish(odoo, table)));
  const tables = understood.flatMap((table) => byLanguage(table, languages));
  for (const table of tables.filter(({ lang }) => lang === ENGLISH)) {
    for (const rows of ready(table, ids)) await createRows(odoo, table, rows, ids);
  }
  // What rows refer to that came after them, and what automations changed meanwhile.
  for (const table of tables) await settle(odoo, table, ids);
  for (const table of tables) {
    const [wrong] = await findDiffering(odoo, table, ids);
    if (wrong) throw new Error(`${table.model} is not as recorded: ${JSON.stringify(wrong)}`);
  }
}

const Language = z.object({ lang: z.object({ selection: z.array(z.tuple([z.string(), z.string()])) }) });

/** People speak English where Odoo does not let them speak their language. */
async function speakingEnglish(odoo: Odoo, table: Table): Promise<Table> {
  const index = table.columns.indexOf('lang') + 1;
  if (index === 0) return table;
  const options = { allfields: ['lang'], attributes: ['selection'] };
  const { lang } = Language.parse(await odoo.call(table.model, 'fields_get', [], options));
  const spoken = new Set<unknown>([false, ...lang.selection.map(([code]) => code)]);
  return {
    ...table,
    rows: table.rows.map((row): TableRow => {
      return spoken.has(row[index]) ? row : [row[0], ...row.slice(1).with(index - 1, ENGLISH)];
    }),
  };
}

type Ids = Map<string, number>;
type TableRow = Table['rows'][number];

async function findKnown(odoo: Odoo, known: Snapshot['known']): Promise<Ids> {
  const found = await findExternalIds(odoo, [...new Set(Object.values(known))]);
  const byName = new Map(found.map(({ externalId, recordId }) => [externalId, recordId]));
  return new Map(
    Object.entries(known).flatMap(([key, name]) => {
      const id = byName.get(name);
      return id === undefined ? [] : [[key, id] as const];
    }),
  );
}

/** Batches in which each row finds the rows of its own model that it refers to, such as a contact its company. */
function* ready(table: Table, ids: Ids): Generator<readonly TableRow[]> {
  const own = new Set(table.rows.map(([id]) => keyOf(table.model, id)));
  // Some came with what is deployed.
  let rest: readonly TableRow[] = table.rows.filter(([id]) => !ids.has(keyOf(table.model, id)));
  while (rest.length > 0) {
    const isWaiting = (row: TableRow) =>
      PARENTS.some((name) => {
        const cell = row[table.columns.indexOf(name) + 1];
        const key = keyOf(table.model, Number(cell));
        return table.columns.includes(name) && own.has(key) && !ids.has(key);
      });
    const batch = rest.filter((row) => !isWaiting(row)).slice(0, BATCH);
    const sent = batch.length > 0 ? batch : rest.slice(0, BATCH);
    rest = rest.filter((row) => !sent.includes(row));
    yield sent;
  }
}

const PARENTS = ['parent_id'];
const BATCH = 200;

/** No mails, no log of changes, no followers but those recorded. */
const QUIET = {
  tracking_disable: true,
  mail_create_nolog: true,
  mail_create_nosubscribe: true,
  mail_notrack: true,
  mail_activity_quick_update: true,
  no_reset_password: true,
};

async function createRows(odoo: Odoo, table: Table, rows: readonly TableRow[], ids: Ids): Promise<void> {
  const values = rows.map((row) => toValues(table, row, ids));
  const created = z
    .array(z.number())
    .parse(await odoo.call(table.model, 'create', [values], { context: QUIET }));
  for (const [index, [id]] of rows.entries()) {
    const made = created[index];
    if (made !== undefined) ids.set(keyOf(table.model, id), made);
  }
}

/** A password is the login. */
function toValues(table: Table, row: TableRow, ids: Ids): Record<string, unknown> {
  const cells = Object.entries(cellsOf(table, row, ids)).map(([name, value]) => [
    name,
    Array.isArray(value) ? [[6, 0, value]] : value,
  ]);
  const values: Record<string, unknown> = Object.fromEntries(cells);
  return table.model === 'res.users' ? { ...values, password: values.login } : values;
}

/** With the ids of this Odoo; those that it does not have yet are left out. */
function cellsOf(table: Table, [, ...cells]: TableRow, ids: Ids): Record<string, unknown> {
  const columnOf = (name: string) => cells[table.columns.indexOf(name)];
  return Object.fromEntries(
    table.columns.map((name, index) => {
      const cell = cells[index];
      const relation = table.relations[name];
      if (relation === undefined)
        return [name, typeof cell === 'string' ? fillIds(cell, (key) => ids.get(key)) : cell];
      const found = keysIn(relation, cell, columnOf).flatMap((key) => ids.get(key) ?? []);
      return [name, Array.isArray(cell) ? found.sort((a, b) => a - b) : (found[0] ?? false)];
    }),
  );
}

interface Differing {
  readonly id: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly found: Readonly<Record<string, unknown>>;
}

async function settle(odoo: Odoo, table: SpokenTable, ids: Ids): Promise<void> {
  for (const { id, values } of await findDiffering(odoo, table, ids)) {
    const written = Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? [[6, 0, value]] : value,
    ]);
    const context = { ...QUIET, lang: table.lang };
    await odoo.call(table.model, 'write', [[id], Object.fromEntries(written)], { context });
  }
}

const Rows = z.array(z.looseObject({ id: z.number() }));

async function findDiffering(odoo: Odoo, table: SpokenTable, ids: Ids): Promise<readonly Differing[]> {
  const fields = table.columns.filter((name) => name !== 'datas');
  const made = new Map(table.rows.map((row) => [ids.get(keyOf(table.model, row[0])) ?? 0, row]));
  const domain = [['id', 'in', [...made.keys()]]];
  const options = { fields, context: { active_test: false, lang: table.lang } };
  const found = Rows.parse(await odoo.call(table.model, 'search_read', [domain], options));
  if (found.length !== made.size)
    throw new Error(`${made.size - found.length} rows of ${table.model} are gone`);
  return found.flatMap(({ id, ...row }) => {
    const recorded = made.get(id);
    if (recorded === undefined) return [];
    const wanted = cellsOf(table, recorded, ids);
    const wrong = fields.filter(
      (name) => JSON.stringify(plain(row[name], wanted[name])) !== JSON.stringify(wanted[name]),
    );
    if (wrong.length === 0) return [];
    const pick = (from: Readonly<Record<string, unknown>>) =>
      Object.fromEntries(wrong.map((name) => [name, from[name]]));
    return [{ id, values: pick(wanted), found: pick(row) }];
  });
}

/** As `cellsOf` gives it: a many2one as its id, the ids of an x2many in their order. */
function plain(value: unknown, wanted: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return Array.isArray(wanted) ? value.toSorted((a, b) => a - b) : value[0];
}
