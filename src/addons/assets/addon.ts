import type { Odoo } from '../../odoo/model-api.ts';
import { recordListRoutes } from '../../portal/records/record-pages.ts';
import { redirect } from '../../portal/reply.ts';
import type { CustomerRequest } from '../../portal/route.ts';
import type { Addon } from '../addon.ts';
import { ticketPanels } from '../tickets/slots/ticket-panel.ts';
import { assetsConfig } from './config.ts';
import { importEquipmentCommand } from './csv/import-command.ts';
import { assets as declaration } from './declaration.ts';
import { seedEquipment } from './demo.ts';
import { equipmentLimits } from './limits.ts';
import { Equipment } from './models.ts';
import { equipmentList } from './portal/equipment-list.ts';
import { equipmentPage } from './portal/equipment-page.ts';
import { equipmentPanel } from './portal/equipment-panel.ts';
import { EQUIPMENT_PATH } from './portal/equipment-view.ts';

/** Where another help desk had it; bookmarks still lead there. */
const FORMER_PATH = '/my/equipements';

export const assets: Addon = {
  declaration,
  config: assetsConfig,
  contributes: [ticketPanels.with(equipmentPanel)],
  commands: [importEquipmentCommand],
  demo: seedEquipment,
  portal: {
    paths: [EQUIPMENT_PATH, FORMER_PATH],
    navigation: [{ href: EQUIPMENT_PATH, label: 'equipment.title', isOffered: hasAny }],
    home: [
      {
        href: EQUIPMENT_PATH,
        label: 'equipment.title',
        text: 'equipment.home',
        count: countUsed,
        isShown: hasOwn,
      },
    ],
    limits: equipmentLimits,
    routes: (services) => [
      ...recordListRoutes(Equipment, equipmentList, services),
      { method: 'get', path: `${EQUIPMENT_PATH}/:id`, handle: (request) => equipmentPage(request, services) },
      { method: 'get', path: FORMER_PATH, handle: async () => redirect(EQUIPMENT_PATH) },
    ],
  },
};

/** Whether the desk keeps any for a customer. */
async function hasAny(service: Odoo): Promise<boolean> {
  const found = await service.model(Equipment).search([['x_partner_id', '!=', false]], { limit: 1 });
  return found.length > 0;
}

/** Whether it keeps any for this one: in the call of the page that it stands on. */
async function hasOwn({ reader }: CustomerRequest): Promise<boolean> {
  return (await reader.model(Equipment).search([], { limit: 1 })).length > 0;
}

function countUsed({ reader }: CustomerRequest): Promise<number> {
  return reader.model(Equipment).searchCount([['x_state', '!=', 'retired']]);
}
