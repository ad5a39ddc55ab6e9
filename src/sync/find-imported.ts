import { type ExternalIdRow, findExternalIds } from '../odoo/external-ids.ts';
import type { Odoo } from '../odoo/model-api.ts';
import type { FieldName, ModelShape } from '../odoo/model-shape.ts';
import type { Row } from '../odoo/values.ts';

/** What Odoo already holds of the records named, by external id: two calls for any number of them. */
export async function findImported<const M extends ModelShape, const F extends FieldName<M>>(
  odoo: Odoo,
  shape: M,
  externalIds: readonly string[],
  fields: readonly F[],
): Promise<ReadonlyMap<string, Row<M, F>>> {
  return readLinked(odoo, shape, await findExternalIds(odoo, externalIds), fields);
}

/** The records of one model among those that external ids stand for: one call, or none where there are none. */
export async function readLinked<const M extends ModelShape, const F extends FieldName<M>>(
  odoo: Odoo,
  shape: M,
  externalIds: readonly ExternalIdRow[],
  fields: readonly F[],
): Promise<ReadonlyMap<string, Row<M, F>>> {
  const links = externalIds.filter((link) => link.model === shape.name);
  if (links.length === 0) return new Map();
  const rows = await odoo.model(shape).searchRead([['id', 'in', links.map((link) => link.recordId)]], {
    fields,
    context: { active_test: false },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const found = new Map<string, Row<M, F>>();
  for (const link of links) {
    const row = byId.get(link.recordId);
    if (row) found.set(link.externalId, row);
  }
  return found;
}
