import { Partner } from '../../odoo/builtin-models.ts';
import { defineAutomation, defineView, extendModel, field, readCode } from '../../schema/index.ts';
import { Ticket } from './models.ts';

/** Whom of a customer's side a ticket concerns besides the customer, and how they are reached. */
export const ContactTicket = extendModel(Ticket, {
  fields: {
    x_contact_ids: field.many2many('Other Contacts', 'res.partner', {
      table: 'x_support_ticket_contact_rel',
      help: 'They get the ticket’s messages and see it on the portal, even who sees only own tickets there.',
    }),
    x_partner_company_id: field.related('many2one', 'Company', 'x_partner_id.commercial_partner_id', {
      relation: 'res.partner',
    }),
    x_partner_email: field.related('char', 'Email', 'x_partner_id.email'),
    x_partner_phone: field.related('char', 'Phone', 'x_partner_id.phone'),
    x_partner_city: field.related('char', 'City', 'x_partner_id.city'),
  },
});

/** Whether the record rule has to look further than at the company: it does for few, and for them alone. */
export const ContactPerson = extendModel(Partner, {
  fields: {
    x_is_ticket_contact: field.computed('boolean', 'Is a Contact of Tickets', {
      depends: [],
      compute:
        "record.env['x_support.ticket'].sudo().with_context(active_test=False).search_count([('x_contact_ids', 'in', record.ids)], limit=1) > 0",
    }),
  },
});

const code = readCode(import.meta.url, 'contacts-follow');

/** Two, so that a new ticket without contacts, as nearly all are, costs nothing. */
export const contactAutomations = [
  defineAutomation({
    id: 'automation_new_ticket_contacts',
    label: 'Support tickets: the other contacts of a new ticket follow it',
    model: Ticket.name,
    trigger: 'on_create',
    filter: "[('x_contact_ids', '!=', False)]",
    code,
  }),
  defineAutomation({
    id: 'automation_ticket_contacts',
    label: 'Support tickets: who becomes another contact follows, and who no longer is one does not',
    model: Ticket.name,
    trigger: 'on_write',
    fields: ['x_contact_ids'],
    code,
  }),
];

export const ticketContactViews = [
  defineView({
    id: 'ticket_form_contacts',
    model: Ticket.name,
    type: 'form',
    inherits: 'ticket_form',
    arch: `
<xpath expr="//field[@name='x_partner_id']" position="after">
  <field name="x_partner_company_id" invisible="not x_partner_company_id or x_partner_company_id == x_partner_id"/>
  <field name="x_partner_email" widget="email" readonly="1" invisible="not x_partner_email"/>
  <field name="x_partner_phone" widget="phone" readonly="1" invisible="not x_partner_phone"/>
  <field name="x_partner_city" readonly="1" invisible="not x_partner_city"/>
  <field name="x_contact_ids" widget="many2many_tags" invisible="not x_partner_id" options="{'no_create': True}"
         domain="[('partner_share', '=', True), ('commercial_partner_id', '=', x_partner_company_id), ('id', '!=', x_partner_id)]"
         placeholder="Colleagues of the customer"/>
</xpath>`,
  }),
];
