import { ExternalId } from '../../../odoo/builtin-models.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { ZAMMAD_MODULE } from '../external-names.ts';

/** Names records that were there before by external ids of the import; their values stay their owners'. */
export async function linkRecords(
  odoo: Odoo,
  model: string,
  matched: ReadonlyMap<string, number>,
): Promise<void> {
  if (matched.size === 0) return;
  await odoo.model(ExternalId).create(
    [...matched].map(([externalId, recordId]) => ({
      module: ZAMMAD_MODULE,
      name: externalId.slice(ZAMMAD_MODULE.length + 1),
      model,
      res_id: recordId,
    })),
  );
}
