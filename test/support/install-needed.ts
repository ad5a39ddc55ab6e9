import { addons } from '../../src/addons/index.ts';
import type { Odoo } from '../../src/odoo/model-api.ts';

const needed = [...new Set(addons.flatMap(({ declaration }) => declaration.modules ?? []))];

/** Odoo's own modules that the product needs, as `supportdesk apply` installs them before it writes anything. */
export async function installNeeded(odoo: Odoo): Promise<void> {
  const lacking = [
    ['name', 'in', needed],
    ['state', '=', 'uninstalled'],
  ];
  const found = await odoo.call('ir.module.module', 'search', [lacking]);
  if (Array.isArray(found) && found.length > 0) {
    await odoo.call('ir.module.module', 'button_immediate_install', [found]);
  }
}
