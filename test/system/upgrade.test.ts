import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { addons } from '../../src/addons/index.ts';
import { apply } from '../../src/deploy/apply.ts';
import { plan } from '../../src/deploy/plan.ts';
import { renderPlan } from '../../src/deploy/render.ts';
import { createTransport } from '../../src/odoo/transport.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';

const declarations = addons.map(({ declaration }) => declaration);
let backend: Backend;

beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.close());

describe.runIf(process.env.TEST_BACKEND === 'live')('an upgrade of Odoo’s own modules', () => {
  test('loses nothing of ours', { timeout: 1_800_000 }, async () => {
    await apply(backend.odoo, await plan(backend.odoo, declarations), () => undefined);

    await upgrade(['mail', 'portal', 'website']);

    expect(renderPlan(await plan(backend.odoo, declarations))).toBe('No changes.');
  });
});

/** As the button under Apps does; it takes minutes. */
async function upgrade(names: readonly string[]): Promise<void> {
  const { ODOO_DB, ODOO_PASSWORD, ODOO_URL } = backend.settings;
  const transport = createTransport({ baseUrl: ODOO_URL, timeoutMs: 1_500_000 });
  const uid = await backend.client.connect();
  const call = async (method: string, args: readonly unknown[]) => {
    const params = {
      service: 'object',
      method: 'execute_kw',
      args: [ODOO_DB, uid, ODOO_PASSWORD, 'ir.module.module', method, args],
    };
    return (await transport.call({ path: '/jsonrpc', params, retry: false })).result;
  };
  const ids = z.array(z.number()).parse(await call('search', [[['name', 'in', names]]]));
  await call('button_immediate_upgrade', [ids]);
  transport.close();
}
