import { boolean, char, integer, manyToMany, manyToOne, oneToMany } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const resPartnerCategory: BuiltinModel = {
  name: 'res.partner.category',
  label: 'Partner Tags',
  order: 'name',
  fields: {
    name: char('Name', { required: true, translate: true }),
    color: integer('Color'),
    parent_id: manyToOne('Category', 'res.partner.category', { onDelete: 'cascade' }),
    child_ids: oneToMany('Child Tags', 'res.partner.category', 'parent_id'),
    active: boolean('Active'),
    partner_ids: manyToMany('Partners', 'res.partner', { copied: false }),
  },
  access: ['base.group_partner_manager rwcu', 'base.group_user r'],
};
