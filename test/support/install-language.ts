import type { Odoo } from '../../src/odoo/model-api.ts';

/** What an administrator does under Settings › Languages. */
export async function installLanguage(odoo: Odoo, code: string): Promise<void> {
  const context = { active_test: false };
  const ids = await odoo.call('res.lang', 'search', [[['code', '=', code]]], { context });
  await odoo.call('res.lang', 'write', [ids, { active: true }]);
}
