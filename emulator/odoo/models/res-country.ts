import { char, integer, manyToOne, oneToMany } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const resCountry: BuiltinModel = {
  name: 'res.country',
  label: 'Country',
  order: 'name',
  fields: {
    name: char('Country Name', { required: true, translate: true }),
    code: char('Country Code', { required: true }),
    phone_code: integer('Country Calling Code'),
    currency_id: manyToOne('Currency', 'res.currency'),
    state_ids: oneToMany('States', 'res.country.state', 'country_id'),
  },
  access: [
    'base.group_partner_manager r',
    'base.group_user r',
    'base.group_portal r',
    'base.group_public r',
    'base.group_system rwcu',
  ],
};
