import { z } from 'zod';
import type { Odoo } from '../../src/odoo/model-api.ts';

export async function nameSearch(odoo: Odoo, text: string) {
  const found = await odoo.call('res.partner', 'name_search', [text], { limit: 5 }, { retry: true });
  return z.array(z.tuple([z.number(), z.string()])).parse(found);
}
