import type { Odoo } from '../odoo/model-api.ts';
import type { ModelShape } from '../odoo/model-shape.ts';
import { findImported } from './find-imported.ts';
import { hashCells } from './hash-cells.ts';
import { importRecords } from './import-records.ts';
import type { ImportRow } from './import-row.ts';
import type { Refusal } from './source.ts';

/** A record whose fingerprint is kept in `x_import_hash`; one without was there before, or is a person's. */
export type Fingerprinted = ModelShape & {
  readonly fields: { readonly x_import_hash: { readonly type: 'char' } };
};

export interface SyncedRecords {
  /** Record ids by external id, of all that Odoo has now. */
  readonly ids: ReadonlyMap<string, number>;
  readonly refused: readonly Refusal[];
}

/** What Odoo holds of the records named. */
export type HeldRecords = ReadonlyMap<
  string,
  { readonly id: number; readonly x_import_hash: string | false }
>;

export function findHeld(
  odoo: Odoo,
  shape: Fingerprinted,
  externalIds: readonly string[],
): Promise<HeldRecords> {
  const fields = { x_import_hash: { type: 'char' } } as const;
  return findImported(odoo, { name: shape.name, fields }, externalIds, ['x_import_hash']);
}

/**
 * Creates records and follows the changes of those that it created; what was there before stays as its owner left
 * it. A record whose change is refused is still there.
 */
export async function syncRecords(
  odoo: Odoo,
  shape: Fingerprinted,
  rows: readonly ImportRow[],
  held: HeldRecords,
): Promise<SyncedRecords> {
  const stamped = rows.map(({ externalId, cells }) => ({
    externalId,
    cells: { ...cells, x_import_hash: hashCells(cells) },
  }));
  const changed = stamped.filter(({ externalId, cells }) => {
    const before = held.get(externalId);
    return !before || (before.x_import_hash !== false && before.x_import_hash !== cells.x_import_hash);
  });
  const written = await importRecords(odoo, shape, changed);
  const ids = new Map([...held].map(([externalId, { id }]) => [externalId, id]));
  for (const [externalId, id] of written.ids) ids.set(externalId, id);
  return { ids, refused: written.refused };
}
