import { boolean, char, integer, manyToOne, text } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const irModuleCategory: BuiltinModel = {
  name: 'ir.module.category',
  label: 'Application',
  order: 'name',
  fields: {
    name: char('Name', { required: true, translate: true }),
    parent_id: manyToOne('Parent Application', 'ir.module.category'),
    description: text('Description', { translate: true }),
    sequence: integer('Sequence'),
    visible: boolean('Visible'),
    exclusive: boolean('Exclusive'),
    xml_id: char('External ID', { readonly: true, stored: false }),
  },
  access: ['base.group_erp_manager r', 'base.group_user r'],
};
