import { z } from 'zod';
import { isBinary, renderBase64 } from '../../odoo/binary.ts';
import type { Caller } from '../../odoo/caller.ts';
import { findExternalIds } from '../../odoo/external-ids.ts';
import { OdooError } from '../../odoo/faults.ts';
import { createOdoo, type Odoo } from '../../odoo/model-api.ts';
import { parseRecordsAsked } from './record-writer.ts';

export interface Rehearsal {
  /** Reads from the real Odoo; what is written to it goes nowhere. */
  readonly odoo: Odoo;
  /** What would have been written, a line a record, without those that say too little to be worth one. */
  readonly changes: readonly string[];
  /** How many lines there would have been. */
  readonly count: number;
}

/** Lines kept: a dry run of a hundred thousand tickets must not fill the memory. */
const MOST_LINES = 500;

/** What calls answer, by `model.method`, that neither only read nor only write. */
export type StandIns = Readonly<Record<string, (kwargs: Readonly<Record<string, unknown>>) => unknown>>;

/** An Odoo in which an import can do all it does, and nothing happens. */
export function rehearse(real: Odoo, standIns: StandIns = {}): Rehearsal {
  const changes: string[] = [];
  let count = 0;
  let lastId = 0;
  const invent = (length: number) => Array.from({ length }, () => -++lastId);

  async function note(model: string, rows: readonly RowCells[]): Promise<void> {
    for (const line of await describeRows(real, model, rows)) {
      count += 1;
      if (changes.length < MOST_LINES) changes.push(line);
    }
  }

  const caller: Caller = {
    async call(model, method, args, kwargs, options) {
      if (READING.has(method)) return real.call(model, method, args, kwargs, options);
      if (method === 'unlink') return true;
      if (method === 'write') return dismiss(Values.parse([args[1]])[0] ?? {});
      if (method === 'create') return invent(Values.parse(args[0]).length);
      if (method === 'load') {
        const [columns, rows] = Load.parse(args);
        await note(
          model,
          rows.map((row) => new Map(columns.map((column, index) => [column, row[index] ?? '']))),
        );
        return { ids: invent(rows.length), messages: [] };
      }
      const asked = method === 'run' ? parseRecordsAsked(kwargs) : undefined;
      if (asked) {
        const rows = asked.records.map(({ xml_id, values }) => cellsOf({ id: xml_id, ...values }));
        await note(asked.model, rows);
        return { ids: invent(rows.length) };
      }
      const standIn = standIns[`${model}.${method}`];
      if (standIn) return standIn(kwargs ?? {});
      throw new OdooError(`a dry run does not call ${model}.${method}`, { code: 'odoo_unknown_method' });
    },
  };
  return {
    odoo: createOdoo(caller),
    changes,
    get count() {
      return count;
    },
  };
}

const READING = new Set([
  'fields_get',
  'read',
  'search',
  'search_count',
  'search_read',
  'web_read',
  'web_search_read',
]);
const Values = z.array(z.looseObject({}));
const Load = z.tuple([z.array(z.string()), z.array(z.array(z.string()))]);

/** A row as a dry run tells of it: cells by column. */
type RowCells = ReadonlyMap<string, string>;

const Rows = z.array(z.looseObject({ id: z.number() }));

/** A file on its way is let go, or its connection to the source would stay open. */
async function dismiss(values: Readonly<Record<string, unknown>>): Promise<true> {
  for (const value of Object.values(values)) {
    if (!isBinary(value)) continue;
    for await (const _ of renderBase64(value)) break;
  }
  return true;
}

/** The models whose records people know by name; the others come along with them. */
const KINDS: Readonly<Record<string, { readonly label: string; readonly name: string }>> = {
  'x_support.ticket': { label: 'ticket', name: 'x_name' },
  'res.partner': { label: 'contact', name: 'name' },
};

async function describeRows(
  real: Odoo,
  model: string,
  cells: readonly RowCells[],
): Promise<readonly string[]> {
  const kind = KINDS[model];
  if (!kind) return [];
  const known = new Map(
    (
      await findExternalIds(
        real,
        cells.map((row) => row.get('id') ?? ''),
      )
    ).map((row) => [row.externalId, row.recordId]),
  );
  const before = await readBefore(real, model, [...(cells[0]?.keys() ?? [])], [...known.values()]);
  return cells.map((row) => {
    const record = before.get(known.get(row.get('id') ?? '') ?? 0);
    const name = `${kind.label} “${row.get(kind.name) ?? ''}”`;
    return record ? `~ ${name}${renderDifference(row, record)}` : `+ ${name}`;
  });
}

async function readBefore(real: Odoo, model: string, columns: readonly string[], ids: readonly number[]) {
  const fields = columns.filter(isPlain);
  if (ids.length === 0) return new Map();
  const rows = Rows.parse(await real.call(model, 'read', [ids, fields], {}, { retry: true }));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Neither a link to another record nor the import's own book-keeping. */
const isPlain = (column: string) =>
  column !== 'id' && !column.includes('/') && !column.startsWith('x_import_');

const LONGEST_VALUE = 60;

function renderDifference(row: RowCells, before: Readonly<Record<string, unknown>>): string {
  const parts = [...row].flatMap(([column, after]) => {
    if (!isPlain(column) || !(column in before)) return [];
    const was = toCell(before[column]);
    // Odoo says `false` for an empty text and for a no alike.
    if (was === undefined || was === after || (was === '' && after === '0')) return [];
    const label = column.replace(/^x_/, '');
    const isShort = was.length <= LONGEST_VALUE && after.length <= LONGEST_VALUE;
    return [isShort ? `${label} ${was || '–'} → ${after || '–'}` : label];
  });
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`;
}

/** Without links to other records. */
function cellsOf(values: Readonly<Record<string, unknown>>): RowCells {
  const cells = Object.entries(values).map(([column, value]) => [column, toCell(value)] as const);
  return new Map(cells.flatMap(([column, cell]) => (cell === undefined ? [] : [[column, cell]])));
}

/** A value as the import's cells spell it; undefined for what they spell otherwise. */
function toCell(value: unknown): string | undefined {
  if (value === false) return '';
  if (value === true) return '1';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
