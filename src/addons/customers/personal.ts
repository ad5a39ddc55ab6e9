import { definePersonal } from '../../schema/index.ts';
import { CustomerNote, Site } from './models.ts';

export const personal = [
  definePersonal(Site, {
    of: ['x_partner_id'],
    names: ['x_contact_id'],
    end: 'delete',
    shows: ['x_name', 'x_street', 'x_zip', 'x_city', 'x_country_id', 'x_phone', 'x_email'],
  }),
  definePersonal(CustomerNote, { of: ['x_partner_id'], end: 'delete' }),
];
