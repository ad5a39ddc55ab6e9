import { defineAccess, defineModel, field } from '../../../schema/index.ts';

/** A contact that the import made and whose user or organisation Zammad has no more. */
export const GoneContact = defineModel('x_support.import_gone', {
  label: 'Contact Gone from Zammad',
  order: 'x_since desc, id desc',
  fields: {
    x_name: field.computed('char', 'Contact', {
      depends: ['x_partner_id.display_name'],
      compute: 'record.x_partner_id.display_name',
    }),
    x_partner_id: field.many2one('Contact in Odoo', 'res.partner', {
      readonly: true,
      index: true,
      onDelete: 'cascade',
    }),
    x_source_id: field.many2one('Source', 'x_support.import_source', {
      readonly: true,
      index: true,
      onDelete: 'cascade',
    }),
    x_external_id: field.char('External ID', { readonly: true, index: true }),
    x_state: field.selection(
      'Status',
      {
        missing: 'Missed Once',
        archived: 'Archived',
        used: 'In Use',
        back: 'Back in Zammad',
        forgotten: 'Forgotten',
      },
      { required: true, readonly: true, default: 'missing', index: true },
    ),
    x_since: field.datetime('Gone Since', { readonly: true }),
    x_uses: field.text('Used by', { readonly: true }),
    x_was_active: field.boolean('Archived by the Import', { readonly: true }),
    x_forgotten_at: field.datetime('Forgotten on', { readonly: true }),
    x_user_id: field.many2one('Forgotten by', 'res.users', { readonly: true }),
  },
});

export const goneAccess = [
  defineAccess({
    id: 'access_import_gone_administrator',
    model: GoneContact.name,
    group: 'group_administrator',
    rights: ['read', 'write', 'create', 'delete'],
  }),
  defineAccess({
    id: 'access_import_gone_service',
    model: GoneContact.name,
    group: 'group_service',
    rights: ['read', 'write', 'create'],
  }),
];
