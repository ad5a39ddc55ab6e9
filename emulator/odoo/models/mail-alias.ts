import { char, integer, manyToOne, selection, text } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const mailAlias: BuiltinModel = {
  name: 'mail.alias',
  label: 'Email Aliases',
  order: 'alias_model_id, alias_name',
  fields: {
    alias_name: char('Alias Name', { copied: false }),
    alias_full_name: char('Alias Email', { readonly: true, copied: false }),
    alias_model_id: manyToOne('Aliased Model', 'ir.model', { required: true, onDelete: 'cascade' }),
    alias_defaults: text('Default Values', { required: true }),
    alias_force_thread_id: integer('Record Thread ID'),
    alias_contact: selection(
      'Alias Contact Security',
      [
        ['everyone', 'Everyone'],
        ['partners', 'Authenticated Partners'],
        ['followers', 'Followers only'],
      ],
      { required: true },
    ),
    alias_status: selection(
      'Alias Status',
      [
        ['not_tested', 'Not Tested'],
        ['valid', 'Valid'],
        ['invalid', 'Invalid'],
      ],
      { readonly: true, copied: false },
    ),
  },
  access: ['base.group_user r', 'base.group_system rwcu'],
};
