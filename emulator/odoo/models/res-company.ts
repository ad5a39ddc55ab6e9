import { findRow } from '../env.ts';
import { binary, boolean, char, integer, manyToMany, manyToOne } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const resCompany: BuiltinModel = {
  name: 'res.company',
  label: 'Companies',
  order: 'sequence, name',
  fields: {
    name: char('Company Name', { required: true, related: 'partner_id.name', copied: false }),
    active: boolean('Active'),
    sequence: integer('Sequence'),
    parent_id: manyToOne('Parent Company', 'res.company', { onDelete: 'restrict' }),
    partner_id: manyToOne('Partner', 'res.partner', { required: true }),
    currency_id: manyToOne('Currency', 'res.currency', { required: true }),
    user_ids: manyToMany('Accepted Users', 'res.users'),
    email: char('Email', { related: 'partner_id.email', copied: false }),
    phone: char('Phone', { related: 'partner_id.phone', copied: false }),
    website: char('Website Link', { stored: false, related: 'partner_id.website' }),
    logo: binary('Company Logo', { stored: false, related: 'partner_id.image_1920' }),
    logo_web: binary('Logo Web', { readonly: true, related: 'partner_id.image_1920', copied: false }),
    uses_default_logo: boolean('Uses Default Logo', {
      readonly: true,
      copied: false,
      compute: (env, row) => !findRow(env, 'res.partner', row.get('partner_id'))?.get('image_1920'),
    }),
    primary_color: char('Primary Color'),
    secondary_color: char('Secondary Color'),
    country_id: manyToOne('Country', 'res.country', { stored: false }),
    street: char('Street', { stored: false }),
    city: char('City', { stored: false }),
    zip: char('Zip', { stored: false }),
  },
  access: ['base.group_erp_manager rwcu', 'base.group_user r', 'base.group_portal r', 'base.group_public r'],
  rules: [
    { name: 'company rule portal', domain: "[('id','in', company_ids)]", groups: ['base.group_portal'] },
    { name: 'company rule employee', domain: "[('id','in', company_ids)]", groups: ['base.group_user'] },
    { name: 'company rule public', domain: "[('id','in', company_ids)]", groups: ['base.group_public'] },
    { name: 'company rule erp manager', domain: "[(1,'=',1)]", groups: ['base.group_erp_manager'] },
  ],
};
