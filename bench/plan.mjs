import { plan } from '../dist/src/deploy/plan.js';
import { OdooClient } from '../dist/src/odoo/client.js';
import { createOdoo } from '../dist/src/odoo/model-api.js';
import { createTransport } from '../dist/src/odoo/transport.js';

/** What a plan with nothing to do costs: calls to Odoo, login and version included, and seconds. */
export async function benchPlan({ settings, declarations }) {
  const transport = createTransport({ baseUrl: settings.ODOO_URL, timeoutMs: 120_000 });
  let calls = 0;
  const client = new OdooClient({
    transport: {
      ...transport,
      call(call) {
        calls += 1;
        return transport.call(call);
      },
    },
    db: settings.ODOO_DB,
    username: settings.ODOO_USERNAME,
    password: settings.ODOO_PASSWORD,
  });
  const start = performance.now();
  await client.version();
  const { changes } = await plan(createOdoo(client), declarations);
  const seconds = (performance.now() - start) / 1000;
  transport.close();
  if (changes.length > 0) throw new Error(`the plan is not empty: ${changes.length} changes`);
  console.log(`${'plan with nothing to do'.padEnd(34)} ${seconds.toFixed(2).padStart(8)} s  ${calls} calls`);
}
