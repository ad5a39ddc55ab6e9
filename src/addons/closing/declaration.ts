import { defineAddon } from '../../schema/index.ts';
import { serverActions } from './actions.ts';
import { automations } from './automations.ts';
import { layout } from './layout.ts';
import { mailTemplates } from './mail-templates.ts';
import { actions, menus } from './menus.ts';
import { ClosingRule, ClosingTicket } from './models.ts';
import { access } from './security.ts';
import { views } from './views.ts';

/** What ends tickets, what takes them up again, and how customers say how it went. */
export const closing = defineAddon({
  name: 'closing',
  depends: ['tickets', 'teams', 'mail'],
  modules: ['mail', 'base_automation', 'resource', 'rating'],
  models: [ClosingRule, ClosingTicket],
  access,
  mailTemplates,
  serverActions,
  automations,
  views: [...views, layout],
  actions,
  menus,
});
