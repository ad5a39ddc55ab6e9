import { findExternalId, findRow, tableOf, withContext } from '../env.ts';
import { validationError } from '../faults.ts';
import type { Env, Model } from '../model.ts';
import { upsertExternalId } from '../orm/external-ids.ts';
import type { Row, Values } from '../values.ts';

export interface LoadedRow {
  readonly externalId: string | undefined;
  readonly values: Values;
}

/** Creates or updates one record a row, and keeps its external id. Creations go together, in one call. */
export function loadRecords(given: Env, model: Model, list: readonly LoadedRow[]): number[] {
  const env = withContext(given, { install_mode: true });
  const known = list.map((item) => findKnown(env, model, item));
  for (const [position, row] of known.entries()) {
    if (row) env.engine.orm.write(env, model, [row], withoutId(list[position]?.values ?? {}));
  }
  const fresh = list.filter((_, position) => !known[position]).map(({ values }) => values);
  const made = fresh.length > 0 ? env.engine.orm.create(env, model, fresh) : [];
  let next = 0;
  return list.map((item, position) => {
    const row = known[position] ?? made[next++];
    if (!row) throw new Error('a row is either known or made');
    if (item.externalId) upsertExternalId(env, item.externalId, model.name, row.id);
    return row.id;
  });
}

const withoutId = ({ id: _, ...values }: Values): Values => values;

function findKnown(env: Env, model: Model, { externalId, values }: LoadedRow): Row | undefined {
  if (!externalId) return findRow(env, model.name, values.id);
  const found = findExternalId(env, externalId);
  if (!found) return undefined;
  if (found.model === model.name) return findRow(env, model.name, found.id);
  const data = tableOf(env, 'ir.model.data').find({ complete_name: externalId });
  throw validationError(
    `For external id ${externalId} when trying to create/update a record of model ${model.name} ` +
      `found record of different model ${found.model} (${data?.id})`,
  );
}
