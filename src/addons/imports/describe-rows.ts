import { z } from 'zod';
import { listed, type Phrase, type Say, type Told } from '../../lib/phrase.ts';
import { findExternalIds } from '../../odoo/external-ids.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { phrase } from './texts.ts';

/** Who reads what would have been written. */
export interface Reader {
  readonly say: Say;
  /** Odoo's code of their language. */
  readonly lang: string;
}

/** A row that would be written: cells by column. */
export type RowCells = ReadonlyMap<string, string>;

/** Says of rows that would be written what people could see of it, a line a record. */
export type Describe = (model: string, rows: readonly RowCells[]) => Promise<readonly string[]>;

/** The models whose records people know by name; the others come along with them. */
const KINDS: Readonly<Record<string, (row: RowCells) => Phrase>> = {
  'x_support.ticket': (row) => phrase('imports.dry.ticket', { name: row.get('x_name') ?? '' }),
  'res.partner': (row) => phrase('imports.dry.contact', { name: row.get('name') ?? '' }),
};

const Rows = z.array(z.looseObject({ id: z.number() }));
const Fields = z.record(
  z.string(),
  z.object({
    type: z.string(),
    string: z.string(),
    selection: z.array(z.tuple([z.string(), z.string()])).optional(),
  }),
);
type Fields = z.infer<typeof Fields>;

/** Fields are called what Odoo calls them in the reader's language. */
export function createDescriber(odoo: Odoo, { say, lang }: Reader): Describe {
  const known = new Map<string, Promise<Fields>>();

  function fieldsOf(model: string): Promise<Fields> {
    const found = known.get(model) ?? readFields(odoo, model, lang);
    known.set(model, found);
    return found;
  }

  return async (model, rows) => {
    const kind = KINDS[model];
    if (!kind) return [];
    const names = rows.map((row) => row.get('id') ?? '');
    const ids = new Map((await findExternalIds(odoo, names)).map((row) => [row.externalId, row.recordId]));
    const before = await readBefore(odoo, model, [...(rows[0]?.keys() ?? [])], [...ids.values()]);
    const fields = before.size > 0 ? await fieldsOf(model) : {};
    return rows.map((row) => {
      const record = before.get(ids.get(row.get('id') ?? '') ?? 0);
      if (!record) return `+ ${say(kind(row))}`;
      const changes = describeDifference(row, record, fields);
      if (changes.length === 0) return `~ ${say(kind(row))}`;
      return `~ ${say(phrase('imports.dry.changes', { record: kind(row), changes: listed(changes) }))}`;
    });
  };
}

async function readFields(odoo: Odoo, model: string, lang: string): Promise<Fields> {
  const kwargs = { attributes: ['type', 'string', 'selection'], context: { lang } };
  return Fields.parse(await odoo.call(model, 'fields_get', [], kwargs, { retry: true }));
}

async function readBefore(odoo: Odoo, model: string, columns: readonly string[], ids: readonly number[]) {
  const fields = columns.filter(isPlain);
  if (ids.length === 0) return new Map();
  const rows = Rows.parse(await odoo.call(model, 'read', [ids, fields], {}, { retry: true }));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Neither a link to another record nor the import's own book-keeping. */
const isPlain = (column: string) =>
  column !== 'id' && !column.includes('/') && !column.startsWith('x_import_');

const LONGEST_VALUE = 60;

function describeDifference(
  row: RowCells,
  before: Readonly<Record<string, unknown>>,
  fields: Fields,
): readonly Told[] {
  return [...row].flatMap(([column, after]): readonly Told[] => {
    if (!isPlain(column) || !(column in before)) return [];
    const was = toCell(before[column]);
    // Odoo says `false` for an empty text and for a no alike.
    if (was === undefined || was === after || (was === '' && after === '0')) return [];
    const { string: field = column, type, selection = [] } = fields[column] ?? {};
    const isShort = was.length <= LONGEST_VALUE && after.length <= LONGEST_VALUE && type !== 'boolean';
    if (!isShort) return [field];
    const labels = new Map(selection);
    const [from, to] = [was, after].map((value) => labels.get(value) ?? (value || '–'));
    return [phrase('imports.dry.change', { field, before: from ?? '', after: to ?? '' })];
  });
}

/** A value as the import's cells spell it; undefined for what they spell otherwise. */
export function toCell(value: unknown): string | undefined {
  if (value === false) return '';
  if (value === true) return '1';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
