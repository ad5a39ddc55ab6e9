import { defineAddon } from '../../schema/index.ts';
import { automations } from './automations.ts';
import { stageButtons } from './buttons.ts';
import { actions, menus } from './menus.ts';
import { Stage, StageTicket } from './models.ts';
import { personal } from './personal.ts';
import { access } from './security.ts';
import { ticketViews } from './ticket-views.ts';
import { stageViews } from './views.ts';

/** The steps of a ticket's way as an organisation sees them. */
export const stages = defineAddon({
  name: 'stages',
  depends: ['tickets', 'teams'],
  modules: ['mail', 'base_automation'],
  models: [Stage, StageTicket],
  access,
  automations,
  serverActions: stageButtons,
  views: [...stageViews, ...ticketViews],
  actions,
  menus,
  personal,
});
