import type { Odoo } from '../../src/odoo/model-api.ts';
import { Contact } from './shapes.ts';

export async function countDomains(odoo: Odoo, ids: readonly number[]) {
  const contacts = odoo.model(Contact).iterate([['id', 'in', ids]], { fields: ['email'], batchSize: 100 });
  const domains = new Map<string, number>();
  for await (const { email } of contacts) {
    const domain = email ? (email.split('@')[1] ?? '') : 'none';
    domains.set(domain, (domains.get(domain) ?? 0) + 1);
  }
  return domains;
}
