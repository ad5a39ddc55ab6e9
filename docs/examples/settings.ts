import type { Odoo } from '../../src/odoo/model-api.ts';
import { Country } from './shapes.ts';

export async function readDutchNames(odoo: Odoo, codes: readonly string[]) {
  const patient = odoo.with({ context: { lang: 'nl_NL' }, signal: AbortSignal.timeout(60_000) });
  return patient.model(Country).searchRead([['code', 'in', codes]], { fields: ['name'], order: 'code' });
}
