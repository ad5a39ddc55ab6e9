import type { Odoo } from '../../src/odoo/model-api.ts';
import { Contact } from './shapes.ts';

export async function moveContacts(odoo: Odoo, names: readonly string[], company: number) {
  const contacts = odoo.model(Contact);
  const ids = await contacts.create(names.map((name) => ({ name, parent_id: false })));
  await contacts.write(ids, { parent_id: company });
  return contacts.searchCount([['parent_id', '=', company]]);
}
