// The Odoo that ODOO_* names (a database to spare: it is filled with data), or the emulator; with everything declared.
import { compose } from '../dist/src/cli/compose.js';
import { plan } from '../dist/src/deploy/plan.js';
import { deploy } from './deploy.mjs';

const NAMES = ['ODOO_URL', 'ODOO_DB', 'ODOO_USERNAME', 'ODOO_PASSWORD'];

/** `before` is what is to be measured while not all is there yet. */
export async function openOdoo({ before } = {}) {
  const emulator = process.env.ODOO_URL
    ? undefined
    : await (await import('../dist/emulator/odoo/server.js')).startOdooEmulator();
  const settings = emulator
    ? { ODOO_URL: emulator.url, ODOO_DB: emulator.database, ODOO_USERNAME: 'admin', ODOO_PASSWORD: 'admin' }
    : Object.fromEntries(NAMES.map((name) => [name, process.env[name]]));
  const parts = compose(settings);
  const { server_version } = await parts.client.version();
  console.log(
    `Odoo ${server_version}${emulator ? ' (emulated: the ratios of a real one differ)' : ''}, Node ${process.version}\n`,
  );
  await before?.(parts);
  const planned = await timed('plan', () => plan(parts.odoo, parts.declarations));
  if (planned.changes.length > 0) {
    await timed(`apply ${planned.changes.length} changes`, () => deploy(parts, parts.declarations, planned));
  }
  return {
    settings,
    parts,
    isEmulated: emulator !== undefined,
    async close() {
      await parts.close();
      await emulator?.close();
    },
  };
}

async function timed(name, work) {
  const start = performance.now();
  const result = await work();
  console.log(`${name.padEnd(34)} ${((performance.now() - start) / 1000).toFixed(2).padStart(8)} s`);
  return result;
}
