import type { Odoo } from '../../src/odoo/model-api.ts';
import { Contact } from './shapes.ts';

export async function countArchived(odoo: Odoo, company: number) {
  const patient = odoo.with({ context: { active_test: false }, signal: AbortSignal.timeout(60_000) });
  return patient.model(Contact).searchCount([
    ['parent_id', '=', company],
    ['active', '=', false],
  ]);
}
