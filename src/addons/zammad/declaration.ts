import { defineAccess, defineAddon } from '../../schema/index.ts';
import { ImportedMessage, ImportedPartner, ImportedTeam, ImportedTicket } from './models.ts';
import { views } from './views.ts';

/** What the import of Zammad's tickets needs in Odoo. */
export const zammad = defineAddon({
  name: 'zammad',
  depends: ['tickets', 'teams', 'imports'],
  modules: ['mail', 'contacts'],
  models: [ImportedTicket, ImportedMessage, ImportedTeam, ImportedPartner],
  access: [
    defineAccess({
      id: 'access_partner_service',
      model: 'res.partner',
      group: 'group_service',
      rights: ['read', 'write', 'create'],
    }),
  ],
  views,
});
