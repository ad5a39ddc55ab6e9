import { z } from 'zod';
import { AssetTicket, Equipment } from '../../../src/addons/assets/models.ts';
import { SIGN_REPORT_PYTHON } from '../../../src/addons/reports/actions.ts';
import { ReportContact } from '../../../src/addons/reports/models.ts';
import type { Odoo } from '../../../src/odoo/model-api.ts';
import { runCode } from '../../support/run-code.ts';
import type { Mark } from './canaries.ts';
import type { People } from './people.ts';

/** A piece of Ann's company, with what technicians alone know of it, on a ticket of hers. */
export async function plantEquipment(
  odoo: Odoo,
  { ann }: People,
  { mark, ticket }: { readonly mark: Mark; readonly ticket: number },
): Promise<void> {
  const [piece = 0] = await odoo.model(Equipment).create([
    {
      name: mark('shown', 'equipment'),
      serial_no: mark('shown', 'serial'),
      model: mark('shown', 'model'),
      location: mark('shown', 'room'),
      note: `<p>${mark('hidden', 'equipmentnote')}</p>`,
      x_partner_id: ann.companyId,
      x_state: 'working',
    },
  ]);
  await odoo.model(AssetTicket).write([ticket], { x_equipment_ids: [[6, 0, [piece]]] });
}

/** The link that ends Ann's monthly reports, as a mail has it, without the host. */
export async function plantReportLink(odoo: Odoo, { ann }: People): Promise<string> {
  await odoo.model(ReportContact).write([ann.partnerId], { x_wants_report: true });
  const code = `${SIGN_REPORT_PYTHON}\naction = {'mac': sign_report(env['res.partner'].browse(${ann.partnerId}))}`;
  const { mac } = z.object({ mac: z.string() }).parse(await runCode(odoo, code));
  return `/supportdesk/report/${ann.partnerId}/${mac}`;
}
