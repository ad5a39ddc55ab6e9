import { boolean, char, manyToMany, manyToOne, text } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const irRule: BuiltinModel = {
  name: 'ir.rule',
  label: 'Record Rule',
  order: 'model_id DESC,id',
  fields: {
    name: char('Name'),
    active: boolean('Active'),
    model_id: manyToOne('Model', 'ir.model', { required: true, onDelete: 'cascade' }),
    groups: manyToMany('Groups', 'res.groups'),
    domain_force: text('Domain'),
    perm_read: boolean('Read'),
    perm_write: boolean('Write'),
    perm_create: boolean('Create'),
    perm_unlink: boolean('Delete'),
    global: boolean('Global', { readonly: true, copied: false }),
  },
  access: ['base.group_erp_manager rwcu'],
};
