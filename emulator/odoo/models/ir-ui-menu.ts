import { binary, boolean, char, integer, manyToMany, manyToOne, oneToMany, reference } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const irUiMenu: BuiltinModel = {
  name: 'ir.ui.menu',
  label: 'Menu',
  order: 'sequence,id',
  fields: {
    name: char('Menu', { required: true, translate: true }),
    active: boolean('Active'),
    sequence: integer('Sequence'),
    child_id: oneToMany('Child IDs', 'ir.ui.menu', 'parent_id'),
    parent_id: manyToOne('Parent Menu', 'ir.ui.menu', { onDelete: 'restrict' }),
    parent_path: char('Parent Path'),
    groups_id: manyToMany('Groups', 'res.groups'),
    complete_name: char('Full Path', { readonly: true, stored: false }),
    web_icon: char('Web Icon File'),
    action: reference('Action'),
    web_icon_data: binary('Web Icon Image'),
  },
  access: ['base.group_user r', 'base.group_system rwcu'],
};
