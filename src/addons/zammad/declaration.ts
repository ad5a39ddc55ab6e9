import { defineAccess, defineAddon } from '../../schema/index.ts';
import { goneActions } from './gone/actions.ts';
import { GoneContact, goneAccess } from './gone/model.ts';
import { goneMenus, goneViews, goneWindows } from './gone/views.ts';
import { ImportedMessage, ImportedPartner, ImportedTeam, ImportedTicket, ZammadSource } from './models.ts';
import { personal } from './personal.ts';
import { sourceViews } from './source-views.ts';
import { views } from './views.ts';

/** What the import of Zammad's tickets needs in Odoo. */
export const zammad = defineAddon({
  name: 'zammad',
  depends: ['tickets', 'teams', 'imports'],
  modules: ['mail', 'contacts'],
  models: [ZammadSource, ImportedTicket, ImportedMessage, ImportedTeam, ImportedPartner, GoneContact],
  access: [
    defineAccess({
      id: 'access_partner_service',
      model: 'res.partner',
      group: 'group_service',
      rights: ['read', 'write', 'create'],
    }),
    ...goneAccess,
  ],
  serverActions: goneActions,
  views: [...views, ...sourceViews, ...goneViews],
  actions: goneWindows,
  menus: goneMenus,
  personal,
});
