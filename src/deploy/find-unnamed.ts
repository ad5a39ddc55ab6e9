import { z } from 'zod';
import type { Odoo } from '../odoo/model-api.ts';
import type { LiveRecord } from './live-state.ts';
import { type DesiredRecord, isReference, type Value } from './record.ts';

/**
 * Records that are declared and there, but whose external id Odoo has lost: somebody deleted its row, or made the
 * record by hand. Only where Odoo would refuse a second one, so that none is taken for another. Asks
 * Odoo only about records that seem to be missing.
 */
export async function findUnnamed(
  odoo: Odoo,
  desired: readonly DesiredRecord[],
  known: ReadonlyMap<string, LiveRecord>,
): Promise<readonly LiveRecord[]> {
  const named = new Set([...known.values()].map(({ model, recordId }) => `${model},${recordId}`));
  const missing = desired.filter(({ externalId }) => !known.has(externalId));
  const found: LiveRecord[] = [];
  // In turn: a field is known by its model, a selection value by its field.
  for (const [model, key] of NATURAL_KEYS) {
    const ids = new Map([...known, ...found.map((record) => [record.externalId, record] as const)]);
    const wanted = missing
      .filter((record) => record.model === model)
      .map((record) => ({ externalId: record.externalId, values: keyValues(record, key, ids) }))
      .filter(({ values }) => !values.includes(undefined));
    if (wanted.length === 0) continue;
    const domain = key.map((column, index) => [column, 'in', wanted.map(({ values }) => values[index])]);
    const rows = await readKeys(odoo, model, [...domain, ...(SHARED[model] ?? [])], key);
    for (const { externalId, values } of wanted) {
      const row = rows.find((candidate) => values.every((value, index) => candidate.values[index] === value));
      if (row && !named.has(`${model},${row.id}`)) found.push({ externalId, model, recordId: row.id });
    }
  }
  return found;
}

/** Columns of which Odoo accepts no second record with the same values. */
const NATURAL_KEYS: readonly (readonly [model: string, key: readonly string[]])[] = [
  ['ir.model', ['model']],
  ['res.groups', ['name', 'category_id']],
  ['ir.config_parameter', ['key']],
  ['ir.model.fields', ['name', 'model_id']],
  ['ir.model.fields.selection', ['value', 'field_id']],
  ['ir.default', ['field_id']],
];

/** A default may also be one user's or one company's. */
const SHARED: Readonly<Record<string, readonly unknown[]>> = {
  'ir.default': [
    ['user_id', '=', false],
    ['company_id', '=', false],
    ['condition', '=', false],
  ],
};

function keyValues(
  { values, initial }: DesiredRecord,
  key: readonly string[],
  ids: ReadonlyMap<string, LiveRecord>,
): readonly unknown[] {
  return key.map((column) => {
    const value: Value | undefined = values[column] ?? initial?.[column];
    if (value === undefined || !isReference(value)) return value;
    return value.ref === undefined ? undefined : ids.get(value.ref)?.recordId;
  });
}

const Rows = z.array(z.looseObject({ id: z.number() }));

async function readKeys(odoo: Odoo, model: string, domain: readonly unknown[], key: readonly string[]) {
  const options = { context: { active_test: false } };
  const rows = Rows.parse(await odoo.call(model, 'search_read', [domain, key], options, { retry: true }));
  return rows.map((row) => ({
    id: row.id,
    values: key.map((column) => {
      const value = row[column];
      return Array.isArray(value) ? value[0] : value;
    }),
  }));
}
