import type { Caller } from '../../src/odoo/caller.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createOdoo } from '../../src/odoo/model-api.ts';

/** One of our server actions on records, as its button or menu would start it. */
export async function runServerAction(
  caller: Caller,
  name: string,
  model: string,
  ids: readonly number[],
): Promise<unknown> {
  const [action] = await findExternalIds(createOdoo(caller), [`__supportdesk__.${name}`]);
  const context = { active_model: model, active_ids: ids, active_id: ids[0] };
  return caller.call('ir.actions.server', 'run', [[action?.recordId]], { context });
}
