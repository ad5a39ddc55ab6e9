import type { Odoo } from '../odoo/model-api.ts';
import type { LiveRecord } from './live-state.ts';
import type { DesiredRecord } from './record.ts';
import { getId } from './wire-value.ts';

/**
 * A new access line is not in force for the account that made it: Odoo empties its cache before it writes the line, and
 * fills it again by the check of that very call. Any write of one empties it once more, and what comes after may lean
 * on the new lines, such as records of a new model.
 */
export async function enforceAccess(
  odoo: Odoo,
  lines: readonly DesiredRecord[],
  ids: ReadonlyMap<string, LiveRecord>,
): Promise<void> {
  const [line] = lines;
  if (line === undefined) return;
  const args = [[getId(ids, line.externalId)], { name: line.values.name }];
  await odoo.call('ir.model.access', 'write', args, {}, { retry: true });
}
