import { randomBytes } from 'node:crypto';
import { OdooClient } from '../../src/odoo/client.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import type { Backend } from './start-backend.ts';

/** An account as organisations should give to `serve` and `import`: with the one group for it and no other right. */
export async function createServiceAccount(backend: Backend): Promise<OdooClient> {
  const { ODOO_USERNAME: username, ODOO_PASSWORD: password } = await createServiceLogin(backend);
  return new OdooClient({ transport: backend.transport, db: backend.settings.ODOO_DB, username, password });
}

export async function createServiceLogin({ odoo }: Backend) {
  const [group] = await findExternalIds(odoo, ['__supportdesk__.group_service']);
  const login = `service-${randomBytes(4).toString('hex')}`;
  await odoo.call('res.users', 'create', [
    { name: 'Support service', login, password: login, groups_id: [[6, 0, [group?.recordId]]] },
  ]);
  return { ODOO_USERNAME: login, ODOO_PASSWORD: login };
}
