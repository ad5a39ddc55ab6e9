import type { Odoo } from '../../src/odoo/model-api.ts';
import { nested } from '../../src/odoo/specification.ts';
import { Contact, Country } from './shapes.ts';

export async function describeCompanies(odoo: Odoo, ids: readonly number[]) {
  const { length, records } = await odoo.model(Contact).webSearchRead([['id', 'in', ids]], {
    specification: {
      name: {},
      country_id: nested(Country, { code: {} }),
      child_ids: nested(Contact, { name: {}, email: {} }, { order: 'name', limit: 2 }),
    },
    order: 'id',
    limit: 80,
  });
  const lines = records.map(({ name, country_id, child_ids }) => {
    // Past its limit Odoo still tells the ids, and nothing else.
    const names = child_ids.map((child) => child.name ?? '…');
    return `${name} (${country_id ? country_id.code : '–'}): ${names.join(', ')}`;
  });
  return { length, lines };
}
