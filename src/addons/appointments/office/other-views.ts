import { defineView } from '../../../schema/index.ts';
import { DONE_STATE } from '../../tickets/life.ts';
import { Ticket } from '../../tickets/models.ts';

/** What tickets and contacts show of appointments. */
export const otherViews = [
  defineView({
    id: 'ticket_form_appointments',
    model: Ticket.name,
    type: 'form',
    inherits: 'ticket_form',
    arch: `
<data>
  <xpath expr="//header/button[@name='__supportdesk__.action_ticket_to_done']" position="before">
    <button name="__supportdesk__.action_ticket_book" type="action" string="Book a Visit" invisible="not id or x_state == '${DONE_STATE}'"/>
  </xpath>
  <xpath expr="//div[@name='button_box']" position="inside">
    <button name="__supportdesk__.action_ticket_appointments" type="action" class="oe_stat_button" icon="fa-calendar" invisible="not x_appointment_count">
      <field name="x_appointment_count" widget="statinfo" string="Appointments"/>
    </button>
  </xpath>
  <xpath expr="//field[@name='x_opened_at']" position="before">
    <field name="x_next_appointment_at" invisible="not x_next_appointment_at"/>
  </xpath>
</data>`,
  }),
  defineView({
    id: 'ticket_list_appointments',
    model: Ticket.name,
    type: 'list',
    inherits: 'ticket_list',
    arch: `
<xpath expr="//field[@name='x_opened_at']" position="before">
  <field name="x_next_appointment_at" optional="hide"/>
</xpath>`,
  }),
  defineView({
    id: 'ticket_search_appointments',
    model: Ticket.name,
    type: 'search',
    inherits: 'ticket_search',
    arch: `
<xpath expr="//filter[@name='overdue']" position="after">
  <filter string="With an Appointment" name="with_appointment" domain="[('x_next_appointment_at', '&gt;', datetime.datetime.now().to_utc().strftime('%Y-%m-%d %H:%M:%S'))]"/>
</xpath>`,
  }),
  defineView({
    id: 'partner_form_appointments',
    model: 'res.partner',
    type: 'form',
    inherits: 'partner_form',
    arch: `
<xpath expr="//button[@name='__supportdesk__.action_contact_tickets']" position="after">
  <button name="__supportdesk__.action_contact_appointments" type="action" class="oe_stat_button" icon="fa-calendar"
          groups="__supportdesk__.group_technician_own">
    <field name="x_appointment_count" widget="statinfo" string="Appointments"/>
  </button>
</xpath>`,
  }),
];
