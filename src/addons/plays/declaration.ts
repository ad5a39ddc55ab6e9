import { defineAddon } from '../../schema/index.ts';
import { followTicket } from '../teams/ticket-rules.ts';
import { goesWithTicket } from '../tickets/goes-with-ticket.ts';
import { serverActions } from './actions.ts';
import { automations, upkeep } from './automations.ts';
import { actions, menus } from './menus.ts';
import { ChecklistItem, Play, PlayStep, PlayText, PlayTicket, PlayUse } from './models.ts';
import { personal } from './personal.ts';
import { PlayRun } from './run-model.ts';
import { runViews } from './run-views.ts';
import { access, rules } from './security.ts';
import { ticketViews } from './ticket-views.ts';
import { views } from './views.ts';

/** What technicians do again and again, as one thing; and what is left to do on a ticket. */
export const plays = defineAddon({
  name: 'plays',
  depends: ['tickets', 'teams', 'mail'],
  mayLack: {
    models: ['x_support.stage', 'x_support.category'],
    fields: {
      'x_support.ticket': ['x_stage_id', 'x_category_id'],
      'x_support.stage': ['x_meaning', 'x_asks', 'x_team_ids'],
    },
  },
  modules: ['mail', 'base_automation'],
  models: [Play, PlayText, PlayStep, PlayRun, PlayUse, ChecklistItem, PlayTicket],
  access,
  rules: [
    ...rules,
    ...followTicket('play_use', { model: PlayUse.name }),
    ...followTicket('checklist_item', { model: ChecklistItem.name }),
  ],
  // What was played stays in the history of the ticket on which it was.
  parameters: [goesWithTicket('checklist', ChecklistItem.name)],
  serverActions,
  automations,
  scheduledActions: [upkeep],
  views: [...views, ...ticketViews, ...runViews],
  actions,
  menus,
  personal,
});
