import { defineServerAction, defineView, readCode } from '../../schema/index.ts';
import { EVERY_TECHNICIAN } from './grant-access.ts';

/** What a contact's form shows of tickets: how many there are, and what the person sees on the portal. */
export const contactViews = [
  defineView({
    id: 'partner_form',
    model: 'res.partner',
    type: 'form',
    inherits: 'base.view_partner_form',
    arch: `
<data>
  <xpath expr="//div[@name='button_box']" position="inside">
    <button name="__supportdesk__.action_contact_tickets" type="action" class="oe_stat_button" icon="fa-life-ring"
            groups="__supportdesk__.group_technician_own">
      <field name="x_ticket_count" widget="statinfo" string="Tickets"/>
    </button>
  </xpath>
  <xpath expr="//field[@name='category_id']" position="after">
    <field name="x_own_tickets_only" invisible="is_company" groups="__supportdesk__.group_technician_own"/>
  </xpath>
</data>`,
  }),
];

export const contactActions = [
  defineServerAction({
    id: 'action_contact_tickets',
    label: 'Tickets of a Contact',
    model: 'res.partner',
    groups: [EVERY_TECHNICIAN],
    code: readCode(import.meta.url, 'show-contact-tickets'),
  }),
];
