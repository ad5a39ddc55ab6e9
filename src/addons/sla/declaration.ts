import { defineAddon } from '../../schema/index.ts';
import { actions, menus } from './menus.ts';
import { Policy, SlaCustomer, SlaTicket } from './models.ts';
import { personal } from './personal.ts';
import { automations, serverActions } from './policy-actions.ts';
import { access } from './security.ts';
import { views } from './views.ts';

/** What customers are promised, and when it is due. */
export const sla = defineAddon({
  name: 'sla',
  depends: ['tickets', 'teams'],
  modules: ['mail', 'base_automation', 'resource'],
  models: [Policy, SlaCustomer, SlaTicket],
  access,
  serverActions,
  automations,
  views,
  actions,
  menus,
  personal,
});
