import { defineModel, extendModel, field } from '../../schema/index.ts';
import { Customer } from '../tickets/models.ts';

const PARTNER = 'res.partner';

/** Of a customer’s contact. Its number is Odoo’s own `ref`, by which files name it. */
export const CustomerRecord = extendModel(Customer, {
  fields: {
    x_customer_since: field.date('Customer Since'),
    x_is_prospect: field.boolean('Prospect', { help: 'Not a customer yet.' }),
    x_site_ids: field.one2many('Sites', 'x_support.site', 'x_partner_id'),
  },
});

/** A place of a customer’s, with what stands there. */
export const Site = defineModel('x_support.site', {
  label: 'Support Site',
  order: 'x_name, id',
  fields: {
    x_name: field.char('Site', { required: true, index: true }),
    x_code: field.char('Code', { help: 'By which files and labels name it.' }),
    x_partner_id: field.many2one('Customer', PARTNER, { required: true, index: true, onDelete: 'cascade' }),
    x_contact_id: field.many2one('Contact', PARTNER, { help: 'Whom to ask for there.' }),
    x_street: field.char('Street'),
    x_zip: field.char('Postal Code'),
    x_city: field.char('City', { index: true }),
    x_country_id: field.many2one('Country', 'res.country'),
    x_phone: field.char('Phone'),
    x_email: field.char('Email'),
    x_note: field.text('How to Get In', { help: 'Keys, parking, opening hours; customers do not read it.' }),
    x_active: field.boolean('Active', { default: true }),
  },
});

/** Beside the contact and not in it: customers may read that, and would read what technicians note of them. */
export const CustomerNote = defineModel('x_support.customer.note', {
  label: 'Support Customer Notes',
  order: 'id',
  fields: {
    x_name: field.related('char', 'Name', 'x_partner_id.name'),
    x_partner_id: field.many2one('Customer', PARTNER, {
      required: true,
      readonly: true,
      index: true,
      onDelete: 'cascade',
    }),
    x_notes: field.html('Technical Notes', {
      help: 'Networks, servers, agreements. Customers never read it.',
    }),
  },
});
