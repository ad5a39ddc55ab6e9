import type { Odoo } from '../odoo/model-api.ts';
import type { LiveRecord } from './live-state.ts';
import { type DesiredRecord, isReference } from './record.ts';

const Field = {
  name: 'ir.model.fields',
  fields: { name: { type: 'char', required: true }, model: { type: 'char', required: true } },
} as const;

/**
 * Odoo takes every record of a model that gains an `x_active` for archived: a default counts for new ones only. So
 * before its default comes, records that were there become active; the default comes after, so that an apply cut
 * short in between does it again.
 */
export async function fillActive(
  odoo: Odoo,
  defaults: readonly DesiredRecord[],
  ids: ReadonlyMap<string, LiveRecord>,
): Promise<void> {
  const fieldIds = defaults.flatMap(({ values: { field_id, json_value } }) => {
    const ref = field_id !== undefined && isReference(field_id) ? field_id.ref : undefined;
    return json_value === 'true' && ref !== undefined ? (ids.get(ref)?.recordId ?? []) : [];
  });
  if (fieldIds.length === 0) return;
  const fields = await odoo.model(Field).searchRead(
    [
      ['id', 'in', fieldIds],
      ['name', '=', 'x_active'],
    ],
    { fields: ['name', 'model'] },
  );
  for (const { model } of fields) await fill(odoo, model);
}

async function fill(odoo: Odoo, model: string): Promise<void> {
  const records = odoo.model({ name: model, fields: { x_active: { type: 'boolean' } } } as const);
  // Where some are active somebody chose which, and only the default was lost.
  if ((await records.searchCount([['x_active', '=', true]])) > 0) return;
  const archived = await records.search([['x_active', '=', false]]);
  await records.writeInBatches(archived, { x_active: true }, { batchSize: 5_000 });
}
