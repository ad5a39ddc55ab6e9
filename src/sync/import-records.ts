import type { Context } from '../odoo/caller.ts';
import { loadRows } from '../odoo/load-rows.ts';
import type { Odoo } from '../odoo/model-api.ts';
import type { ModelShape } from '../odoo/model-shape.ts';
import type { ImportRow } from './import-row.ts';
import type { Refusal } from './source.ts';

export interface WrittenRecords {
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
  context: Context = importContext,
): Promise<WrittenRecords> {
  const model = odoo.model(shape);
  const { ids, refused } = await loadRows((columns, lines) => model.load(columns, lines, context), rows);
  return { written: ids.size, ids, refused };
}

/** A name in the context of every import: what it writes happened elsewhere, and not now. */
export const IMPORTED = 'supportdesk_imported';

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
  [IMPORTED]: true,
} as const;
