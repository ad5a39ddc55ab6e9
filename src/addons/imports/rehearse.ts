import { z } from 'zod';
import { isBinary, renderBase64 } from '../../odoo/binary.ts';
import type { Caller } from '../../odoo/caller.ts';
import { OdooError } from '../../odoo/faults.ts';
import { createOdoo, type Odoo } from '../../odoo/model-api.ts';
import { createDescriber, type Reader, type RowCells, toCell } from './describe-rows.ts';
import { isForgottenAsked } from './forgotten.ts';
import { parseRecordsAsked } from './record-writer.ts';
import { phrase } from './texts.ts';

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
export function rehearse(real: Odoo, reader: Reader, standIns: StandIns = {}): Rehearsal {
  const describe = createDescriber(real, reader);
  const changes: string[] = [];
  let count = 0;
  let lastId = 0;
  const invent = (length: number) => Array.from({ length }, () => -++lastId);

  async function note(model: string, rows: readonly RowCells[]): Promise<void> {
    for (const line of await describe(model, rows)) {
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
      // It looks and changes nothing: a dry run passes over whom the real one does.
      if (method === 'run' && isForgottenAsked(kwargs))
        return real.call(model, method, args, kwargs, options);
      const standIn = standIns[`${model}.${method}`];
      if (standIn) return standIn(kwargs ?? {});
      const what = phrase('imports.dry.call', { method: `${model}.${method}` });
      throw new OdooError(what, { code: 'odoo_unknown_method' });
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
  'context_get',
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

/** A file on its way is let go, or its connection to the source would stay open. */
async function dismiss(values: Readonly<Record<string, unknown>>): Promise<true> {
  for (const value of Object.values(values)) {
    if (!isBinary(value)) continue;
    for await (const _ of renderBase64(value)) break;
  }
  return true;
}

/** Without links to other records. */
function cellsOf(values: Readonly<Record<string, unknown>>): RowCells {
  const cells = Object.entries(values).map(([column, value]) => [column, toCell(value)] as const);
  return new Map(cells.flatMap(([column, cell]) => (cell === undefined ? [] : [[column, cell]])));
}
