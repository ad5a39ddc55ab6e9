import { defineAddon } from '../../schema/index.ts';
import { automations } from './automations.ts';
import { Category, CategoryTicket } from './models.ts';
import { access } from './security.ts';
import { actions, menus, views } from './views.ts';

/** What tickets are about. */
export const categories = defineAddon({
  name: 'categories',
  depends: ['tickets', 'teams'],
  modules: ['mail', 'base_automation'],
  models: [Category, CategoryTicket],
  access,
  automations,
  views,
  actions,
  menus,
});
