import { Partner } from '../../odoo/builtin-models.ts';
import { Site } from '../customers/models.ts';
import type { DemoLogin } from '../demo-login.ts';
import type { Services } from '../services.ts';
import { Equipment, EquipmentType } from './models.ts';

/** Of the first customer's: a site, and what stands there. */
export async function seedEquipment({ odoo }: Services): Promise<readonly DemoLogin[]> {
  const [person] = await odoo.model(Partner).searchRead(
    [
      ['parent_id', '!=', false],
      ['user_ids', '!=', false],
    ],
    { fields: ['parent_id'], limit: 1, order: 'id' },
  );
  if (!person?.parent_id) return [];
  const [x_partner_id] = person.parent_id;
  const [site = 0] = await odoo
    .model(Site)
    .create([
      { x_name: 'Bakehouse', x_code: 'BH', x_partner_id, x_street: '12 Mill Lane', x_city: 'Fernwood' },
    ]);
  const [computer = 0, printer = 0] = await odoo
    .model(EquipmentType)
    .create([{ name: 'Computer' }, { name: 'Printer' }]);
  const here = { x_partner_id, x_site_id: site };
  await odoo.model(Equipment).create([
    {
      ...here,
      name: 'Till 1',
      model: 'ThinkCentre M70q',
      serial_no: 'PC-0042',
      category_id: computer,
      location: 'Shop',
      x_custodian_id: person.id,
      cost: 720,
      x_purchased_on: '2026-02-01',
      warranty_date: '2029-01-31',
    },
    {
      ...here,
      name: 'Label printer',
      model: 'QL-820NWB',
      serial_no: 'PR-0007',
      category_id: printer,
      location: 'Packing table',
      x_state: 'maintenance',
      warranty_date: '2026-12-15',
    },
  ]);
  return [];
}
