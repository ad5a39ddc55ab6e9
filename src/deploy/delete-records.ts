import { z } from 'zod';
import type { Odoo } from '../odoo/model-api.ts';
import type { UnlinkStep } from './step.ts';

/**
 * Deletes what is still there: Odoo takes along what hangs on a record, such as the action of an automation, and
 * refuses to delete what is gone. So the step may also be repeated where its answer was lost.
 */
export async function deleteRecords(odoo: Odoo, { model, records, isReplaced }: UnlinkStep): Promise<void> {
  const domain = [['id', 'in', records.map(({ recordId }) => recordId)]];
  const found = await odoo.call(model, 'search', [domain], { context: SEE_ALL }, { retry: true });
  const ids = z.array(z.number()).parse(found);
  if (ids.length > 0) await odoo.call(model, 'unlink', [ids], isReplaced ? { context: KEEP_USERS } : {});
}

const SEE_ALL = { active_test: false, 'ir.ui.menu.full_list': true };

/** Without it Odoo refuses to delete a field that a view shows, even where the field comes back at once. */
const KEEP_USERS = { _force_unlink: true };
