import { boolean, char, manyToOne } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const irModelAccess: BuiltinModel = {
  name: 'ir.model.access',
  label: 'Model Access',
  order: 'model_id,group_id,name,id',
  fields: {
    name: char('Name', { required: true }),
    active: boolean('Active'),
    model_id: manyToOne('Model', 'ir.model', { required: true, onDelete: 'cascade' }),
    group_id: manyToOne('Group', 'res.groups', { onDelete: 'restrict' }),
    perm_read: boolean('Read Access'),
    perm_write: boolean('Write Access'),
    perm_create: boolean('Create Access'),
    perm_unlink: boolean('Delete Access'),
  },
  access: ['base.group_erp_manager rwcu'],
};
