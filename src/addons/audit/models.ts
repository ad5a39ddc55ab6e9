import { defineModel, extendModel, field } from '../../schema/index.ts';

export const AUDIT = 'x_support.audit';

/** Who changed which setting of the desk, from what to what: a line for each field. Nobody changes a line. */
export const AuditLine = defineModel(AUDIT, {
  label: 'Support Audit Line',
  order: 'id desc',
  fields: {
    x_name: field.char('Setting', {
      required: true,
      readonly: true,
      help: 'What was changed, as it was called then.',
    }),
    x_at: field.datetime('When', { required: true, readonly: true, index: true }),
    x_user_id: field.many2one('Who', 'res.users', { readonly: true, index: true, onDelete: 'set null' }),
    x_by: field.selection(
      'By Way of',
      { person: 'Odoo', apply: 'supportdesk apply', service: 'Service' },
      { required: true, readonly: true },
    ),
    x_what: field.selection(
      'What Happened',
      { created: 'Made', changed: 'Changed', deleted: 'Deleted' },
      { required: true, readonly: true },
    ),
    x_kind: field.many2one('Kind', 'ir.model', { readonly: true, onDelete: 'cascade' }),
    x_model: field.char('Name in Odoo', { readonly: true, index: true }),
    x_record: field.integer('Record', { readonly: true }),
    x_field: field.char('Field', { readonly: true }),
    x_before: field.text('Value Before', { readonly: true }),
    x_after: field.text('Value After', { readonly: true }),
  },
});

/** Which roles somebody had when they were last looked at: Odoo itself does not say what a change of groups took. */
export const AuditedUser = extendModel(
  { name: 'res.users', fields: {} },
  {
    fields: {
      x_audited_roles: field.char('Roles as Audited', { readonly: true, copied: false }),
    },
  },
);
