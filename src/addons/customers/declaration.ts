import { defineAddon } from '../../schema/index.ts';
import { serverActions } from './actions.ts';
import { CustomerNote, CustomerRecord, Site } from './models.ts';
import { personal } from './personal.ts';
import { access, rules } from './security.ts';
import { actions, menus, views } from './views.ts';

/** What is known of a customer beyond their contact: since when, their places, what technicians must know. */
export const customers = defineAddon({
  name: 'customers',
  depends: ['tickets'],
  modules: ['contacts', 'mail', 'base_automation'],
  models: [CustomerRecord, Site, CustomerNote],
  personal,
  access,
  rules,
  serverActions,
  views,
  actions,
  menus,
});
