import type { Odoo } from '../../src/odoo/model-api.ts';
import { Contact } from './shapes.ts';

export async function findInvoiceAddresses(odoo: Odoo, company: number) {
  const rows = await odoo
    .model(Contact)
    .searchRead(
      [['parent_id', '=', company], '|', ['type', '=', 'invoice'], ['email', 'ilike', 'invoice@']],
      {
        fields: ['name', 'type', 'parent_id'],
        order: 'name',
        limit: 20,
      },
    );
  // rows: readonly { id: number; name: string | false; type: 'contact' | … | false; parent_id: readonly [number, string] | false }[]
  return rows.map(({ name, parent_id }) => `${name} of ${parent_id ? parent_id[1] : 'nobody'}`);
}
