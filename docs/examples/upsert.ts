import type { Odoo } from '../../src/odoo/model-api.ts';
import { Contact } from './shapes.ts';

export async function importContacts(odoo: Odoo) {
  const { ids, refused } = await odoo.model(Contact).upsert([
    { externalId: '__crm__.acme', values: { name: 'Acme', is_company: true, parent_id: false } },
    {
      externalId: '__crm__.ann',
      values: { name: 'Ann', is_company: false, parent_id: { externalId: '__crm__.acme' } },
    },
    {
      externalId: '__crm__.bob',
      values: { name: 'Bob', is_company: false, parent_id: { externalId: '__crm__.nowhere' } },
    },
  ]);
  return { ann: ids.get('__crm__.ann'), refused: refused.map(({ externalId }) => externalId) };
}
