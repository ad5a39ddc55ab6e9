import type { Odoo } from '../odoo/model-api.ts';
import type { LiveRecord } from './live-state.ts';
import { loadRecords } from './load-records.ts';
import type { DesiredRecord } from './record.ts';
import { getId } from './wire-value.ts';

/**
 * Runs a server action as one transaction in Odoo and leaves nothing of it. Cut short, it is run again, and found by its
 * external id.
 */
export async function runOnce(
  odoo: Odoo,
  action: DesiredRecord,
  ids: Map<string, LiveRecord>,
  context: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await loadRecords(odoo, action.model, [action], ids);
  const id = getId(ids, action.externalId);
  await odoo.call(action.model, 'run', [[id]], { context }, { retry: true });
  await odoo.call(action.model, 'unlink', [[id]]);
  ids.delete(action.externalId);
}
