import { defineAddon } from '../../schema/index.ts';
import { automations, serverActions } from './actions.ts';
import { AssetTicket, Equipment, Part, PartMove } from './models.ts';
import { actions, menus, partViews } from './part-views.ts';
import { personal } from './personal.ts';
import { access, rules } from './security.ts';
import { equipmentViews } from './views.ts';

/** Customers’ equipment, on Odoo’s own, with its tickets, sites, spare parts and value. */
export const assets = defineAddon({
  name: 'assets',
  depends: ['tickets', 'teams', 'customers'],
  modules: ['maintenance', 'mail', 'base_automation'],
  models: [PartMove, Part, AssetTicket, Equipment],
  personal,
  access,
  rules,
  serverActions,
  automations,
  views: [...equipmentViews, ...partViews],
  actions,
  menus,
});
