import { defineAddon } from '../../schema/index.ts';
import { serverActions } from './actions.ts';
import { actions, menus } from './menus.ts';
import { ForgottenTicket, PrivacyRequest } from './models.ts';
import { personal } from './personal.ts';
import { access } from './security.ts';
import { termActions, termAutomations } from './terms/actions.ts';
import { KeptFigures, KeptTicket, Term } from './terms/models.ts';
import { termMenus, termViews, termWindows } from './terms/views.ts';
import { views } from './views.ts';

/** What the desk holds of a customer: handed out as an archive, and forgotten. */
export const privacy = defineAddon({
  name: 'privacy',
  depends: ['tickets', 'teams', 'jobs'],
  mayLack: {
    models: ['x_support.forgotten', 'x_support.appointment'],
    fields: {
      'x_support.forgotten': ['x_key', 'x_kind'],
      'x_support.appointment': ['x_ticket_id'],
      'x_support.term': ['x_category_ids'],
      'x_support.ticket': [
        'x_category_id',
        'x_figures_id',
        'x_first_id',
        'x_first_hours',
        'x_solution_id',
        'x_solution_hours',
        'x_kept_id',
        'x_kept_share',
        'x_time_hours',
        'x_import_hash',
      ],
    },
  },
  modules: ['mail', 'rating', 'contacts', 'base_automation'],
  models: [PrivacyRequest, ForgottenTicket, Term, KeptFigures, KeptTicket],
  access,
  serverActions: [...serverActions, ...termActions],
  automations: termAutomations,
  views: [...views, ...termViews],
  actions: [...actions, ...termWindows],
  menus: [...menus, ...termMenus],
  personal,
});
