import { z } from 'zod';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import type { Odoo } from '../../src/odoo/model-api.ts';

/** Python that Odoo runs as it runs our own, and what it left in `action`. */
export async function runCode(odoo: Odoo, code: string, context: object = {}): Promise<unknown> {
  const [model] = await findExternalIds(odoo, ['base.model_res_partner']);
  const values = { name: 'Test', model_id: model?.recordId, state: 'code', code };
  const [id] = z.array(z.number()).parse(await odoo.call('ir.actions.server', 'create', [[values]]));
  try {
    return await odoo.call('ir.actions.server', 'run', [[id]], { context });
  } finally {
    await odoo.call('ir.actions.server', 'unlink', [[id]]);
  }
}
