import { getLoadedIds } from '../odoo/loaded-ids.ts';
import type { Odoo } from '../odoo/model-api.ts';
import type { LiveRecord } from './live-state.ts';
import type { DesiredRecord } from './record.ts';
import { toCell } from './wire-value.ts';

/** Creates records of one model in one call, and keeps their ids for those that refer to them. */
export async function loadRecords(
  odoo: Odoo,
  model: string,
  records: readonly DesiredRecord[],
  ids: Map<string, LiveRecord>,
): Promise<void> {
  const tables = records.map(({ externalId, values, initial }) => ({
    id: externalId,
    ...Object.fromEntries(
      Object.entries({ ...values, ...initial }).map(([name, value]) => toCell(name, value, ids)),
    ),
  }));
  const columns = Object.keys(tables[0] ?? {});
  const rows = tables.map((table: Readonly<Record<string, string>>) =>
    columns.map((column) => table[column] ?? ''),
  );
  const loaded = await odoo.model({ name: model, fields: {} }).load(columns, rows, { tz: 'UTC' });
  const recordIds = getLoadedIds(loaded, {
    what: `what is declared in ${model}`,
    rows: records.map(({ address }) => address),
    help: 'What was done before this step remains; correct the declaration and apply again.',
  });
  for (const [index, recordId] of recordIds.entries()) {
    const externalId = records[index]?.externalId;
    if (externalId !== undefined) ids.set(externalId, { externalId, model, recordId });
  }
}
