import { defineAddon } from '../../schema/index.ts';
import { serverActions } from './actions.ts';
import { actions, menus } from './menus.ts';
import { ForgottenTicket, PrivacyRequest } from './models.ts';
import { personal } from './personal.ts';
import { access } from './security.ts';
import { views } from './views.ts';

/** What the desk holds of a customer: handed out as an archive, and forgotten. */
export const privacy = defineAddon({
  name: 'privacy',
  depends: ['tickets', 'jobs'],
  mayLack: {
    models: ['x_support.forgotten', 'x_support.appointment'],
    fields: { 'x_support.forgotten': ['x_key', 'x_kind'] },
  },
  modules: ['mail', 'rating', 'contacts'],
  models: [PrivacyRequest, ForgottenTicket],
  access,
  serverActions,
  views,
  actions,
  menus,
  personal,
});
