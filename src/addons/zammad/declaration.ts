import { defineAccess, defineAddon } from '../../schema/index.ts';
import { ImportRefusal, refusalAccess } from './import-refusal.ts';
import { ImportedMessage, ImportedPartner, ImportedTicket, ImportSource } from './models.ts';
import { translations } from './translations.ts';
import { actions, menus, views } from './views.ts';

/** What the import of Zammad's tickets needs in Odoo. */
export const zammad = defineAddon({
  name: 'zammad',
  depends: ['tickets', 'teams'],
  modules: ['mail', 'contacts'],
  models: [ImportSource, ImportRefusal, ImportedTicket, ImportedMessage, ImportedPartner],
  access: [
    defineAccess({
      id: 'access_import_source_administrator',
      model: 'x_support.import_source',
      group: 'group_administrator',
      rights: ['read', 'write', 'create', 'delete'],
    }),
    defineAccess({
      id: 'access_import_source_service',
      model: 'x_support.import_source',
      group: 'group_service',
      rights: ['read', 'write', 'create'],
    }),
    defineAccess({
      id: 'access_partner_service',
      model: 'res.partner',
      group: 'group_service',
      rights: ['read', 'write', 'create'],
    }),
    ...refusalAccess,
  ],
  views,
  actions,
  menus,
  translations,
});
