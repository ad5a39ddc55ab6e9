import { isOdooError, OdooError } from '../odoo/faults.ts';
import type { LoadMessage, LoadResult, Odoo } from '../odoo/model-api.ts';
import type { ModelShape } from '../odoo/model-shape.ts';
import { chunkRows } from './chunk-rows.ts';
import type { ImportRow } from './import-row.ts';
import type { Refusal } from './source.ts';

export interface ImportResult {
  readonly written: number;
  /** Record ids by external id, of those that were written. */
  readonly ids: ReadonlyMap<string, number>;
  readonly refused: readonly Refusal[];
}

/**
 * Creates or updates records by external id, in batches. What Odoo refuses is named with the reason, and the rest
 * is written all the same. Sending the same rows twice ends in the same records.
 * @throws OdooError where it is not the data that is at fault: nothing can be written, whatever the row.
 */
export async function importRecords(
  odoo: Odoo,
  shape: ModelShape,
  rows: readonly ImportRow[],
): Promise<ImportResult> {
  const ids = new Map<string, number>();
  const refused: Refusal[] = [];
  let faultsInARow = 0;
  for (const batch of chunkRows(rows)) await writeBatch(batch);
  return { written: ids.size, ids, refused };

  async function writeBatch(batch: readonly ImportRow[]): Promise<void> {
    let rest = batch;
    while (rest.length > 0) {
      const outcome = await tryLoad(odoo, shape, rest);
      if ('error' in outcome) return halve(rest, outcome.error);
      if (outcome.ids) return keep(rest, outcome.ids);
      const faults = faultsByRow(outcome.messages);
      if (faults.size === 0) return halve(rest, unnamedFault(outcome.messages));
      refused.push(...refusals(rest, faults));
      rest = rest.filter((_, index) => !faults.has(index));
    }
  }

  function keep(batch: readonly ImportRow[], written: readonly number[]): void {
    faultsInARow = 0;
    for (const [index, { externalId }] of batch.entries()) {
      const id = written[index];
      if (id !== undefined) ids.set(externalId, id);
    }
  }

  /** The fault names no row: half by half, until the rows that cause it stand alone. */
  async function halve(batch: readonly ImportRow[], fault: OdooError): Promise<void> {
    const [only, ...more] = batch;
    if (only && more.length === 0) {
      faultsInARow += 1;
      const isEveryRow = faultsInARow === rows.length && rows.length > 1;
      if (isEveryRow || faultsInARow > MAX_FAULTS_IN_A_ROW) throw fault;
      refused.push({ externalId: only.externalId, reason: fault.message });
      return;
    }
    const middle = Math.ceil(batch.length / 2);
    await writeBatch(batch.slice(0, middle));
    await writeBatch(batch.slice(middle));
  }
}

/** So many rows that fail one after the other, each alone and unnamed, speak of a fault that is not theirs. */
const MAX_FAULTS_IN_A_ROW = 10;

/**
 * Dates are read in the context's time zone, so it says UTC; the rest keeps the chatter from noting that records
 * came to be, and from subscribing the service account to each.
 */
export const importContext = {
  tz: 'UTC',
  tracking_disable: true,
  mail_create_nolog: true,
  mail_create_nosubscribe: true,
  mail_notrack: true,
} as const;

async function tryLoad(
  odoo: Odoo,
  shape: ModelShape,
  rows: readonly ImportRow[],
): Promise<LoadResult | { readonly error: OdooError }> {
  const columns = Object.keys(rows[0]?.cells ?? {});
  const lines = rows.map((row) => [row.externalId, ...columns.map((column) => row.cells[column] ?? '')]);
  try {
    return await odoo.model(shape).load(['id', ...columns], lines, importContext);
  } catch (error) {
    if (isAboutData(error)) return { error };
    throw error;
  }
}

/** A missing right or a lost connection would hit every row alike; these may be the fault of one. */
function isAboutData(error: unknown): error is OdooError {
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
  return new OdooError(messages[0]?.message ?? 'Odoo wrote nothing and gave no reason', {
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

function refusals(rows: readonly ImportRow[], faults: ReadonlyMap<number, string>): readonly Refusal[] {
  return rows.flatMap(({ externalId }, index) => {
    const reason = faults.get(index);
    return reason === undefined ? [] : [{ externalId, reason }];
  });
}
