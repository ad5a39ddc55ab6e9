import { boolean, char, integer, oneToMany, selection, text } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const irModel: BuiltinModel = {
  name: 'ir.model',
  label: 'Models',
  order: 'is_mail_thread DESC, name ASC',
  fields: {
    name: char('Model Description', { required: true, translate: true }),
    model: char('Model', { required: true }),
    order: char('Order', { required: true }),
    info: text('Information'),
    state: selection(
      'Type',
      [
        ['manual', 'Custom Object'],
        ['base', 'Base Object'],
      ],
      { readonly: true, copied: false },
    ),
    transient: boolean('Transient Model'),
    is_mail_thread: boolean('Has Mail Thread'),
    is_mail_activity: boolean('Has Mail Activity'),
    is_mail_blacklist: boolean('Has Mail Blacklist'),
    field_id: oneToMany('Fields', 'ir.model.fields', 'model_id', { required: true }),
    access_ids: oneToMany('Access', 'ir.model.access', 'model_id'),
    rule_ids: oneToMany('Record Rules', 'ir.rule', 'model_id'),
    view_ids: oneToMany('Views', 'ir.ui.view', '', { readonly: true, stored: false }),
    modules: char('In Apps', { readonly: true, stored: false }),
    count: integer('Count (Incl. Archived)', { readonly: true, stored: false }),
  },
  access: ['base.group_erp_manager rwcu'],
};
