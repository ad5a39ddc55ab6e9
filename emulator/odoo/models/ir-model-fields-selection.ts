import { char, integer, manyToOne } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const irModelFieldsSelection: BuiltinModel = {
  name: 'ir.model.fields.selection',
  label: 'Fields Selection',
  order: 'sequence, id',
  fields: {
    field_id: manyToOne('Field', 'ir.model.fields', { required: true, onDelete: 'cascade' }),
    value: char('Value', { required: true }),
    name: char('Name', { required: true, translate: true }),
    sequence: integer('Sequence'),
  },
  access: ['base.group_erp_manager rwcu'],
};
