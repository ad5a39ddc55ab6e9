// `npm run bench`: on the Odoo that ODOO_* names (a database to spare: it is filled with data), or on the emulator.
import { compose } from '../dist/cli/compose.js';
import { parseSettings } from '../dist/config.js';
import { apply } from '../dist/deploy/apply.js';
import { plan } from '../dist/deploy/plan.js';
import { benchImport } from './import.mjs';
import { benchPages } from './pages.mjs';
import { benchPlan } from './plan.mjs';

const emulator = process.env.ODOO_URL
  ? undefined
  : await (await import('../dist/emulator/odoo/server.js')).startOdooEmulator();
const names = ['ODOO_URL', 'ODOO_DB', 'ODOO_USERNAME', 'ODOO_PASSWORD'];
const settings = emulator
  ? { ODOO_URL: emulator.url, ODOO_DB: emulator.database, ODOO_USERNAME: 'admin', ODOO_PASSWORD: 'admin' }
  : Object.fromEntries(names.map((name) => [name, process.env[name]]));
const parts = compose(parseSettings(settings));
try {
  const { server_version } = await parts.client.version();
  console.log(
    `Odoo ${server_version}${emulator ? ' (emulated: the ratios of a real one differ)' : ''}, Node ${process.version}\n`,
  );
  const planned = await timed('plan', () => plan(parts.odoo, parts.declarations));
  if (planned.changes.length > 0) {
    await timed(`apply ${planned.changes.length} changes`, () => apply(parts.odoo, planned, () => undefined));
  }
  await benchPlan({ settings, declarations: parts.declarations });
  await benchPages({ parts, settings });
  await benchImport({ settings });
} finally {
  parts.close();
  await emulator?.close();
}

async function timed(name, work) {
  const start = performance.now();
  const result = await work();
  console.log(`${name.padEnd(34)} ${((performance.now() - start) / 1000).toFixed(2).padStart(8)} s`);
  return result;
}
