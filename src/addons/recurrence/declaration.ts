import { defineAddon } from '../../schema/index.ts';
import { automations, serverActions } from './actions.ts';
import { Recurrence, RecurringTicket } from './models.ts';
import { personal } from './personal.ts';
import { access } from './security.ts';
import { actions, menus, views } from './views.ts';

/** Work that comes back: tickets that are opened by themselves. */
export const recurrence = defineAddon({
  name: 'recurrence',
  depends: ['tickets', 'teams', 'mail', 'plays', 'jobs'],
  mayLack: {
    models: ['x_support.stage', 'x_support.category'],
    fields: {
      'x_support.ticket': ['x_stage_id', 'x_category_id'],
      'x_support.stage': ['x_meaning', 'x_asks', 'x_team_ids'],
    },
  },
  modules: ['mail', 'base_automation', 'resource'],
  models: [Recurrence, RecurringTicket],
  access,
  serverActions,
  automations,
  views,
  actions,
  menus,
  personal,
});
