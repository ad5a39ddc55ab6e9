import { boolean, char, integer, manyToMany, manyToOne, oneToMany, text } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const resGroups: BuiltinModel = {
  name: 'res.groups',
  label: 'Access Groups',
  order: 'name',
  fields: {
    name: char('Name', { required: true, translate: true }),
    category_id: manyToOne('Application', 'ir.module.category'),
    implied_ids: manyToMany('Inherits', 'res.groups'),
    trans_implied_ids: manyToMany('Transitively inherits', 'res.groups', { readonly: true, stored: false }),
    users: manyToMany('Users', 'res.users'),
    model_access: oneToMany('Access Controls', 'ir.model.access', 'group_id'),
    rule_groups: manyToMany('Rules', 'ir.rule', { inverse: 'groups' }),
    comment: text('Comment', { translate: true }),
    full_name: char('Group Name', { readonly: true, stored: false }),
    share: boolean('Share Group'),
    color: integer('Color Index'),
    menu_access: manyToMany('Access Menu', 'ir.ui.menu'),
    view_access: manyToMany('Views', 'ir.ui.view'),
  },
  access: ['base.group_erp_manager rwcu', 'base.group_user r'],
};
