import { z } from 'zod';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import type { Odoo } from '../../src/odoo/model-api.ts';

/** Counts by code with all rights, as an administrator may have run: a message to certain people is read by them only. */
export async function countAsRoot(odoo: Odoo, model: string, domain: string): Promise<number> {
  const [ticket] = await findExternalIds(odoo, ['__supportdesk__.model__x_support_ticket']);
  const code = `action = {'count': len(env['${model}'].sudo().search(${domain}))}`;
  const values = { name: 'Count', model_id: ticket?.recordId, state: 'code', code };
  const [id] = z.array(z.number()).parse(await odoo.call('ir.actions.server', 'create', [[values]]));
  const { count } = z
    .object({ count: z.number() })
    .parse(await odoo.call('ir.actions.server', 'run', [[id]]));
  await odoo.call('ir.actions.server', 'unlink', [[id]]);
  return count;
}
