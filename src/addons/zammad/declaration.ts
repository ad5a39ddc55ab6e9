import { defineAccess, defineAddon } from '../../schema/index.ts';
import { ImportedMessage, ImportedPartner, ImportedTeam, ImportedTicket, ZammadSource } from './models.ts';
import { sourceViews } from './source-views.ts';
import { views } from './views.ts';

/** What the import of Zammad's tickets needs in Odoo. */
export const zammad = defineAddon({
  name: 'zammad',
  depends: ['tickets', 'teams', 'imports'],
  modules: ['mail', 'contacts'],
  models: [ZammadSource, ImportedTicket, ImportedMessage, ImportedTeam, ImportedPartner],
  access: [
    defineAccess({
      id: 'access_partner_service',
      model: 'res.partner',
      group: 'group_service',
      rights: ['read', 'write', 'create'],
    }),
  ],
  views: [...views, ...sourceViews],
});
