import { char, manyToOne } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const resCountryState: BuiltinModel = {
  name: 'res.country.state',
  label: 'Country state',
  order: 'code',
  fields: {
    name: char('State Name', { required: true }),
    code: char('State Code', { required: true }),
    country_id: manyToOne('Country', 'res.country', { required: true }),
  },
  access: [
    'base.group_partner_manager rwcu',
    'base.group_user r',
    'base.group_portal r',
    'base.group_public r',
  ],
};
