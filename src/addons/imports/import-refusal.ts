import { defineAccess, defineModel, field } from '../../schema/index.ts';

/** What one side would not take, and why. While it is open runs try it again, ever less often; a person may dismiss it. */
export const ImportRefusal = defineModel('x_support.import_refusal', {
  label: 'Refused Import Record',
  order: 'x_last_at desc, id desc',
  fields: {
    x_name: field.char('Record', { required: true, readonly: true }),
    x_external_id: field.char('External ID', { readonly: true, index: true }),
    x_source_id: field.many2one('Source', 'x_support.import_source', {
      readonly: true,
      index: true,
      onDelete: 'cascade',
    }),
    x_kind: field.selection(
      'Kind',
      { ticket: 'Ticket', message: 'Message', contact: 'Contact', file: 'File' },
      { readonly: true },
    ),
    x_source_ticket: field.integer('Source’s Ticket', {
      readonly: true,
      help: 'The ID of the ticket it is retried with.',
    }),
    x_source_url: field.char('Source’s Page', { readonly: true }),
    x_reason: field.text('Reason', { readonly: true }),
    x_data: field.text('Source’s Data', { readonly: true }),
    x_field: field.char('Field', { readonly: true }),
    x_value: field.char('Value not Offered', {
      readonly: true,
      help: 'What the source has and the field does not offer.',
    }),
    x_state: field.selection(
      'Status',
      { open: 'Open', dismissed: 'Dismissed', resolved: 'Resolved' },
      { required: true, default: 'open', index: true },
    ),
    x_attempts: field.integer('Attempts', { readonly: true }),
    x_last_at: field.datetime('Last Attempt', { readonly: true }),
    x_next_at: field.datetime('Next Attempt', { readonly: true }),
  },
});

export const refusalAccess = [
  defineAccess({
    id: 'access_import_refusal_administrator',
    model: 'x_support.import_refusal',
    group: 'group_administrator',
    rights: ['read', 'write', 'create', 'delete'],
  }),
  defineAccess({
    id: 'access_import_refusal_service',
    model: 'x_support.import_refusal',
    group: 'group_service',
    rights: ['read', 'write', 'create'],
  }),
];
