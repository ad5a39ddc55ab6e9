import { defineView } from '../../../schema/index.ts';
import { Booking, Cancellation } from './wizard-models.ts';

/** The times to choose from: one click books, or moves. */
const times = (verb: string) => `
    <div class="d-flex flex-wrap align-items-center gap-2 mt-2">
      <span class="o_horizontal_separator flex-grow-1 my-0 text-uppercase text-nowrap fw-bolder small">Free Times</span>
      <button name="__supportdesk__.action_booking_earlier" type="action" class="btn-link p-1" icon="fa-chevron-left" title="A Week Earlier" aria-label="A Week Earlier"/>
      <div style="width: 6.5rem"><field name="x_from" nolabel="1"/></div>
      <button name="__supportdesk__.action_booking_later" type="action" class="btn-link p-1" icon="fa-chevron-right" title="A Week Later" aria-label="A Week Later"/>
      <button name="__supportdesk__.action_booking_look" type="action" string="Look Again" class="btn-secondary btn-sm"/>
    </div>
    <p class="text-muted" invisible="x_slot_ids">None within these seven days. Look further ahead, or choose another technician.</p>
    <field name="x_slot_ids" nolabel="1" readonly="1" mode="list,kanban" invisible="not x_slot_ids">
      <list create="0" delete="0" limit="12">
        <field name="x_name"/>
        <field name="x_technician_id" widget="many2one_avatar_user"/>
        <field name="x_why" column_invisible="parent.x_technician_id"/>
        <field name="x_others" optional="hide"/>
        <button name="__supportdesk__.action_booking_take" type="action" string="${verb}" class="btn-primary btn-sm"/>
      </list>
      <kanban create="0" delete="0">
        <templates>
          <t t-name="card" class="flex-row align-items-center gap-2">
            <field name="x_technician_id" widget="many2one_avatar_user"/>
            <field name="x_name" class="flex-grow-1 fw-bold"/>
            <button name="__supportdesk__.action_booking_take" type="action" class="btn btn-primary btn-sm">${verb}</button>
          </t>
        </templates>
      </kanban>
    </field>`;

const WARNING = `
    <div class="alert alert-warning d-flex flex-wrap align-items-center gap-3" role="alert" invisible="not x_warning">
      <field name="x_warning" readonly="1" nolabel="1" class="flex-grow-1 mb-0"/>
      <div class="d-flex align-items-center gap-2"><field name="x_outside_rules"/><label for="x_outside_rules"/></div>
    </div>`;

export const wizardViews = [
  defineView({
    id: 'booking_form',
    model: Booking.name,
    type: 'form',
    arch: `
<form string="Book an Appointment">
  <sheet>${WARNING}
    <group>
      <group>
        <field name="x_customer_id" required="1" options="{'no_quick_create': True}"/>
        <field name="x_type_id" required="1" options="{'no_create': True}"/>
        <field name="x_technician_id" widget="many2one_avatar_user" placeholder="Anyone free" required="x_outside_rules" options="{'no_create': True}"/>
      </group>
      <group>
        <field name="x_ticket_id" placeholder="Made with the appointment" domain="[('x_partner_id', 'child_of', x_customer_id)]" options="{'no_create': True}"/>
        <field name="x_scheduled_date" string="At a Time of Your Own" options="{'show_seconds': False}"/>
        <field name="x_location" placeholder="The customer’s own"/>
      </group>
    </group>
    <field name="x_description" nolabel="1" placeholder="What is to be done, what to bring, whom to ask for …"/>${times('Book')}
  </sheet>
  <footer>
    <button name="__supportdesk__.action_booking_book" type="action" string="Book" class="btn-primary" invisible="not x_scheduled_date"/>
    <button string="Discard" class="btn-secondary" special="cancel"/>
  </footer>
</form>`,
  }),
  defineView({
    id: 'rescheduling_form',
    model: Booking.name,
    type: 'form',
    // Behind the form for a new one.
    priority: 40,
    arch: `
<form string="Reschedule">
  <sheet>${WARNING}
    <group>
      <group>
        <field name="x_appointment_id"/>
        <field name="x_technician_id" widget="many2one_avatar_user" placeholder="Anyone free" required="x_outside_rules" options="{'no_create': True}"/>
        <field name="x_scheduled_date" string="At a Time of Your Own" options="{'show_seconds': False}"/>
      </group>
      <group>
        <field name="x_reason" placeholder="e.g. The part comes later"/>
        <field name="x_tell_customer"/>
        <field name="x_tell_technician"/>
        <field name="x_customer_id" invisible="1"/>
        <field name="x_type_id" invisible="1"/>
      </group>
    </group>${times('Move Here')}
  </sheet>
  <footer>
    <button name="__supportdesk__.action_booking_book" type="action" string="Reschedule" class="btn-primary" invisible="not x_scheduled_date"/>
    <button string="Discard" class="btn-secondary" special="cancel"/>
  </footer>
</form>`,
  }),
  defineView({
    id: 'cancellation_form',
    model: Cancellation.name,
    type: 'form',
    arch: `
<form string="Cancel Appointment">
  <sheet>
    <group>
      <field name="x_appointment_id"/>
      <field name="x_reason" widget="radio" required="1"/>
      <field name="x_note" placeholder="e.g. The router came back from repair by itself"/>
    </group>
    <group>
      <group>
        <field name="x_tell_customer"/>
        <field name="x_tell_technician"/>
      </group>
      <group>
        <field name="x_replace"/>
      </group>
    </group>
  </sheet>
  <footer>
    <button name="__supportdesk__.action_cancellation_do" type="action" string="Cancel Appointment" class="btn-primary"/>
    <button string="Keep It" class="btn-secondary" special="cancel"/>
  </footer>
</form>`,
  }),
];
