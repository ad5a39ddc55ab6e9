import { defineAddon } from '../../schema/index.ts';
import { automations, serverActions } from './actions.ts';
import { TimeCustomer, TimeEntry, TimeTicket, TimeType } from './models.ts';
import { personal } from './personal.ts';
import { access, rules } from './security.ts';
import { actions, menus, views } from './views.ts';

/** Who spent how long on which ticket, and whether it is billed. */
export const time = defineAddon({
  name: 'time',
  depends: ['tickets', 'teams'],
  modules: ['mail', 'base_automation'],
  models: [TimeType, TimeEntry, TimeTicket, TimeCustomer],
  access,
  rules,
  serverActions,
  automations,
  views,
  actions,
  menus,
  personal,
});
