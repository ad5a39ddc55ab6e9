import { randomUUID } from 'node:crypto';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import type { Odoo } from '../../src/odoo/model-api.ts';

/** An employee who works on tickets and configures nothing. */
export async function createTechnician(odoo: Odoo) {
  const login = `tess.${randomUUID()}@example.com`;
  const groups = await findExternalIds(odoo, ['base.group_user', '__supportdesk__.group_technician']);
  await odoo.call('res.users', 'create', [
    {
      ...{ name: 'Tess Technician', login, email: login, password: login },
      groups_id: [[6, 0, groups.map(({ recordId }) => recordId)]],
    },
  ]);
  return { login, password: login };
}
