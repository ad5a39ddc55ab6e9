// Brings an Odoo to declarations as `supportdesk apply` does, Odoo's own modules first.
import { carryOut } from '../dist/src/deploy/carry-out.js';
import { plan } from '../dist/src/deploy/plan.js';
import { systemClock } from '../dist/src/lib/clock.js';

export async function deploy({ odoo, log }, addons, planned) {
  const shown = planned ?? (await plan(odoo, addons));
  await carryOut(shown, { odoo, addons, log, clock: systemClock, onProgress: () => undefined });
}
