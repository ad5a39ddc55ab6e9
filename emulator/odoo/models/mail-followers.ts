import { boolean, char, manyToMany, manyToOne, manyToOneReference } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const mailFollowers: BuiltinModel = {
  name: 'mail.followers',
  label: 'Document Followers',
  order: 'id',
  fields: {
    res_model: char('Related Document Model Name', { required: true }),
    res_id: manyToOneReference('Related Document ID'),
    partner_id: manyToOne('Related Partner', 'res.partner', { required: true, onDelete: 'cascade' }),
    subtype_ids: manyToMany('Subtype', 'mail.message.subtype'),
    name: char('Name', { readonly: true, stored: false, related: 'partner_id.name' }),
    email: char('Email', { readonly: true, stored: false, related: 'partner_id.email' }),
    is_active: boolean('Is Active', { readonly: true, stored: false, related: 'partner_id.active' }),
  },
  access: ['base.group_user r', 'base.group_system rwcu'],
};
