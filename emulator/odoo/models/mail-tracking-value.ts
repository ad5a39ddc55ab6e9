import { char, datetime, float, integer, json, manyToOne, text } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const mailTrackingValue: BuiltinModel = {
  name: 'mail.tracking.value',
  label: 'Mail Tracking Value',
  order: 'id DESC',
  fields: {
    field_id: manyToOne('Field', 'ir.model.fields', { readonly: true }),
    field_info: json('Removed field information'),
    old_value_integer: integer('Old Value Integer', { readonly: true }),
    old_value_float: float('Old Value Float', { readonly: true }),
    old_value_char: char('Old Value Char', { readonly: true }),
    old_value_text: text('Old Value Text', { readonly: true }),
    old_value_datetime: datetime('Old Value DateTime', { readonly: true }),
    new_value_integer: integer('New Value Integer', { readonly: true }),
    new_value_float: float('New Value Float', { readonly: true }),
    new_value_char: char('New Value Char', { readonly: true }),
    new_value_text: text('New Value Text', { readonly: true }),
    new_value_datetime: datetime('New Value Datetime', { readonly: true }),
    currency_id: manyToOne('Currency', 'res.currency', { readonly: true }),
    mail_message_id: manyToOne('Message ID', 'mail.message', { required: true, onDelete: 'cascade' }),
  },
  access: ['base.group_system rwcu'],
};
