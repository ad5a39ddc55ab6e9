// `npm run bench`: how fast the product is, on the Odoo that ODOO_* names or on the emulator.
import { benchEscalation } from './escalation.mjs';
import { benchImport } from './import.mjs';
import { openOdoo } from './open-odoo.mjs';
import { benchPages } from './pages.mjs';
import { benchPlan } from './plan.mjs';

const { settings, parts, close } = await openOdoo();
try {
  await benchPlan({ settings, declarations: parts.declarations });
  await benchPages({ parts, settings });
  await benchEscalation({ parts });
  await benchImport({ settings });
} finally {
  await close();
}
