import type { Told } from '../lib/phrase.ts';
import { chunkRows, type LoadRow } from './chunk-rows.ts';
import { isOdooError, OdooError } from './faults.ts';
import { phrase } from './texts.ts';

export interface LoadMessage {
  readonly type: string;
  readonly message: string;
  /** Index of the row the message is about. */
  readonly record?: number | undefined;
}

export interface LoadResult {
  /** Ids in the order of the rows, or false: then nothing was written. */
  readonly ids: readonly number[] | false;
  readonly messages: readonly LoadMessage[];
}

/** A record that Odoo would not take, and why. */
export interface RefusedRow {
  readonly externalId: string;
  readonly reason: Told;
}

export interface LoadedRows {
  /** Record ids by external id, of those that were written. */
  readonly ids: ReadonlyMap<string, number>;
  readonly refused: readonly RefusedRow[];
}

type Load = (columns: readonly string[], lines: readonly (readonly string[])[]) => Promise<LoadResult>;

/**
 * Creates or updates records by external id, in batches. What Odoo refuses is named with the reason, and the rest
 * is written all the same. Sending the same rows twice ends in the same records.
 * @throws OdooError where it is not the data that is at fault: nothing can be written, whatever the row.
 */
export async function loadRows(load: Load, rows: readonly LoadRow[]): Promise<LoadedRows> {
  const ids = new Map<string, number>();
  const refused: RefusedRow[] = [];
  let faultsInARow = 0;
  for (const batch of chunkRows(rows)) await writeBatch(batch);
  return { ids, refused };

  async function writeBatch(batch: readonly LoadRow[]): Promise<void> {
    let rest = batch;
    while (rest.length > 0) {
      const outcome = await tryLoad(load, rest);
      if ('error' in outcome) return halve(rest, outcome.error);
      if (outcome.ids) return keep(rest, outcome.ids);
      const faults = faultsByRow(outcome.messages);
      if (faults.size === 0) return halve(rest, unnamedFault(outcome.messages));
      refused.push(...refusals(rest, faults));
      rest = rest.filter((_, index) => !faults.has(index));
    }
  }

  function keep(batch: readonly LoadRow[], written: readonly number[]): void {
    faultsInARow = 0;
    for (const [index, { externalId }] of batch.entries()) {
      const id = written[index];
      if (id !== undefined) ids.set(externalId, id);
    }
  }

  /** The fault names no row: half by half, until the rows that cause it stand alone. */
  async function halve(batch: readonly LoadRow[], fault: OdooError): Promise<void> {
    const [only, ...more] = batch;
    if (only && more.length === 0) {
      faultsInARow += 1;
      const isEveryRow = faultsInARow === rows.length && rows.length > 1;
      if (isEveryRow || faultsInARow > MAX_FAULTS_IN_A_ROW) throw fault;
      refused.push({ externalId: only.externalId, reason: fault.what });
      return;
    }
    const middle = Math.ceil(batch.length / 2);
    await writeBatch(batch.slice(0, middle));
    await writeBatch(batch.slice(middle));
  }
}

/** So many rows that fail one after the other, each alone and unnamed, speak of a fault that is not theirs. */
const MAX_FAULTS_IN_A_ROW = 10;

async function tryLoad(
  load: Load,
  rows: readonly LoadRow[],
): Promise<LoadResult | { readonly error: OdooError }> {
  const columns = Object.keys(rows[0]?.cells ?? {});
  const lines = rows.map((row) => [row.externalId, ...columns.map((column) => row.cells[column] ?? '')]);
  try {
    return await load(['id', ...columns], lines);
  } catch (error) {
    if (isAboutData(error)) return { error };
    throw error;
  }
}

/** A missing right or a lost connection would hit every row alike; these may be the fault of one. */
export function isAboutData(error: unknown): error is OdooError {
  return isOdooError(
    error,
    'odoo_user_error',
    'odoo_validation',
    'odoo_value',
    'odoo_duplicate',
    'odoo_server_error',
  );
}

function unnamedFault(messages: readonly LoadMessage[]): OdooError {
  return new OdooError(messages[0]?.message ?? phrase('odoo.noReason'), {
    code: 'odoo_validation',
  });
}

function faultsByRow(messages: readonly LoadMessage[]): ReadonlyMap<number, string> {
  const faults = new Map<number, string>();
  for (const { type, record, message } of messages) {
    if (type === 'error' && record !== undefined && !faults.has(record)) faults.set(record, message);
  }
  return faults;
}

function refusals(rows: readonly LoadRow[], faults: ReadonlyMap<number, string>): readonly RefusedRow[] {
  return rows.flatMap(({ externalId }, index) => {
    const reason = faults.get(index);
    return reason === undefined ? [] : [{ externalId, reason }];
  });
}
