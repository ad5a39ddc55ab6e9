import { boolean, char, manyToOneReference } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const irModelData: BuiltinModel = {
  name: 'ir.model.data',
  label: 'Model Data',
  order: 'module, model, name',
  fields: {
    name: char('External Identifier', { required: true }),
    module: char('Module', { required: true }),
    model: char('Model Name', { required: true }),
    res_id: manyToOneReference('Record ID'),
    noupdate: boolean('Non Updatable'),
    complete_name: char('Complete ID', { readonly: true }),
    reference: char('Reference', { readonly: true }),
  },
  access: ['base.group_erp_manager rwcu'],
};
