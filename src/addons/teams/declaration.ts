import { defineAddon } from '../../schema/index.ts';
import { automations } from './automations.ts';
import { actions, menus } from './menus.ts';
import { Tag, Team, TeamTicket } from './models.ts';
import { access } from './security.ts';
import { views } from './views.ts';

/** Who works on a ticket together, and words to find tickets by. */
export const teams = defineAddon({
  name: 'teams',
  depends: ['tickets'],
  modules: ['mail', 'base_automation'],
  models: [Team, Tag, TeamTicket],
  access,
  automations,
  views,
  actions,
  menus,
});
