import { ExternalId } from '../odoo/builtin-models.ts';
import { splitExternalId } from '../odoo/external-ids.ts';
import type { Odoo } from '../odoo/model-api.ts';
import { PREFIX } from '../schema/index.ts';
import type { LiveRecord } from './live-state.ts';

/** Gives records their external ids. Rows under the same names stood for records that are gone. */
export async function nameRecords(odoo: Odoo, records: readonly LiveRecord[]): Promise<void> {
  const rows = odoo.model(ExternalId);
  await forgetNames(odoo, records);
  await rows.create(
    records.map(({ externalId, model, recordId }) => ({
      ...splitExternalId(externalId),
      model,
      res_id: recordId,
    })),
  );
}

/** Deletes external ids, whatever they stand for. */
export async function forgetNames(odoo: Odoo, records: readonly LiveRecord[]): Promise<void> {
  const rows = odoo.model(ExternalId);
  const names = records.map(({ externalId }) => splitExternalId(externalId).name);
  const stale = await rows.searchRead(
    [
      ['module', '=', PREFIX],
      ['name', 'in', names],
    ],
    { fields: ['id'] },
  );
  if (stale.length > 0) await rows.unlink(stale.map(({ id }) => id));
}
