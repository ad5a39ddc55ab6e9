// `npm run bench`: how fast the product is, on the Odoo that ODOO_* names or on the emulator.

import { benchAppointments } from './appointments.mjs';
import { benchDeadlines } from './deadlines.mjs';
import { benchEscalation } from './escalation.mjs';
import { benchFigures } from './figures.mjs';
import { benchImport } from './import.mjs';
import { openOdoo } from './open-odoo.mjs';
import { benchOpening } from './opening.mjs';
import { benchPages } from './pages.mjs';
import { benchPlan } from './plan.mjs';

const { settings, parts, isEmulated, close } = await openOdoo({ before: benchOpening });
try {
  await benchPlan({ settings, declarations: parts.declarations });
  await benchPages({ parts, settings });
  await benchEscalation({ parts });
  await benchDeadlines({ odoo: parts.odoo, client: parts.client, isEmulated });
  await benchAppointments({ parts, isEmulated });
  await benchFigures({ parts, isEmulated });
  await benchImport({ settings });
} finally {
  await close();
}
