import type { Odoo } from '../odoo/model-api.ts';
import type { LiveRecord } from './live-state.ts';
import { loadRecords } from './load-records.ts';
import type { DesiredRecord } from './record.ts';
import { getId } from './wire-value.ts';

/**
 * Runs the code of a move once and leaves nothing of it. Cut short, it is run again: the field is still there, and
 * the action is found by its external id.
 */
export async function moveValues(
  odoo: Odoo,
  action: DesiredRecord,
  ids: Map<string, LiveRecord>,
): Promise<void> {
  await loadRecords(odoo, action.model, [action], ids);
  const id = getId(ids, action.externalId);
  await odoo.call(action.model, 'run', [[id]], {}, { retry: true });
  await odoo.call(action.model, 'unlink', [[id]]);
}
