import { defineView } from '../../../schema/index.ts';
import { AppointmentTechnician, AppointmentType, Zone } from '../models.ts';

const minutes = (name: string) => `
        <label for="${name}"/>
        <div><field name="${name}" class="oe_inline"/> minutes</div>`;
const hours = (name: string) => `
        <label for="${name}"/>
        <div><field name="${name}" widget="float_time" class="oe_inline"/> hours</div>`;
const ARCHIVED = `<widget name="web_ribbon" title="Archived" bg_color="text-bg-danger" invisible="x_active"/>`;

const typeViews = [
  defineView({
    id: 'appointment_type_list',
    model: AppointmentType.name,
    type: 'list',
    arch: `
<list string="Appointment Types" decoration-muted="not x_active">
  <field name="x_sequence" widget="handle"/>
  <field name="x_name"/>
  <field name="x_place"/>
  <field name="x_duration" widget="float_time" width="90px"/>
  <field name="x_user_ids" widget="many2many_avatar_user" optional="show"/>
  <field name="x_is_public" width="170px" optional="show"/>
  <field name="x_needs_confirmation" width="140px" optional="show"/>
  <field name="x_active" column_invisible="1"/>
</list>`,
  }),
  defineView({
    id: 'appointment_type_form',
    model: AppointmentType.name,
    type: 'form',
    arch: `
<form string="Appointment Type">
  <sheet>
    ${ARCHIVED}
    <div class="oe_title">
      <h1><field name="x_name" placeholder="e.g. Visit" options="{'line_breaks': False}" widget="text"/></h1>
    </div>
    <group>
      <field name="x_description" placeholder="What customers read where they choose a time"/>
    </group>
    <group>
      <group string="What It Takes">
        <field name="x_place"/>
        <field name="x_online_url" widget="url" invisible="x_place != 'online'"/>${hours('x_duration')}${minutes('x_buffer_before')}${minutes('x_buffer_after')}
        <field name="x_user_ids" widget="many2many_tags_avatar" placeholder="Every technician" options="{'no_create': True}"/>
      </group>
      <group string="When It Can Be">
        <field name="x_calendar_id" placeholder="The company’s" options="{'no_create': True}"/>${minutes('x_slot_step')}${hours('x_min_notice')}
        <label for="x_horizon_days"/>
        <div><field name="x_horizon_days" class="oe_inline"/> days</div>
        <field name="x_max_per_day"/>
        <field name="x_most_coming"/>
      </group>
    </group>
    <group>
      <group string="What Customers May Do">
        <field name="x_is_public"/>
        <field name="x_can_be_booked" invisible="1"/>
        <p colspan="2" class="text-warning" invisible="not id or not x_is_public or x_can_be_booked">Nobody can do it yet, so customers are not offered it. Add people under Appointment Technicians.</p>
        <field name="x_needs_confirmation" invisible="not x_is_public"/>${hours('x_cancel_hours')}
      </group>
      <group string="Around It">${hours('x_reminder_hours')}
        <field name="x_reminder_sms" invisible="not x_reminder_hours"/>
        <field name="x_solves_ticket"/>
        <field name="x_active" invisible="1"/>
      </group>
    </group>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'appointment_type_search',
    model: AppointmentType.name,
    type: 'search',
    arch: `
<search string="Appointment Types">
  <field name="x_name"/>
  <field name="x_user_ids"/>
  <filter string="Customers Can Book It" name="public" domain="[('x_is_public', '=', True)]"/>
  <separator/>
  <filter string="Archived" name="archived" domain="[('x_active', '=', False)]"/>
</search>`,
  }),
];

const technicianViews = [
  defineView({
    id: 'appointment_technician_list',
    model: AppointmentTechnician.name,
    type: 'list',
    arch: `
<list string="Technicians" editable="bottom" decoration-muted="not x_active">
  <field name="x_user_id" widget="many2one_avatar_user" options="{'no_create': True}"/>
  <field name="x_calendar_id" options="{'no_create': True}" placeholder="The type’s"/>
  <field name="x_zone_ids" widget="many2many_tags" options="{'no_create_edit': True}" placeholder="Everywhere"/>
  <field name="x_buffer_before" width="110px"/>
  <field name="x_buffer_after" width="110px"/>
  <field name="x_max_per_day" width="110px"/>
  <field name="x_active" widget="boolean_toggle" optional="hide"/>
</list>`,
  }),
  defineView({
    id: 'appointment_technician_form',
    model: AppointmentTechnician.name,
    type: 'form',
    arch: `
<form string="Technician">
  <sheet>
    ${ARCHIVED}
    <group>
      <group>
        <field name="x_user_id" widget="many2one_avatar_user" options="{'no_create': True}"/>
        <field name="x_calendar_id" placeholder="The type’s" options="{'no_create': True}"/>
        <field name="x_zone_ids" widget="many2many_tags" placeholder="Everywhere" options="{'no_create_edit': True}"/>
      </group>
      <group>${minutes('x_buffer_before')}${minutes('x_buffer_after')}
        <field name="x_max_per_day"/>
        <field name="x_active" invisible="1"/>
      </group>
    </group>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'appointment_technician_search',
    model: AppointmentTechnician.name,
    type: 'search',
    arch: `
<search string="Technicians">
  <field name="x_user_id"/>
  <field name="x_zone_ids"/>
  <filter string="Archived" name="archived" domain="[('x_active', '=', False)]"/>
</search>`,
  }),
];

const zoneViews = [
  defineView({
    id: 'zone_list',
    model: Zone.name,
    type: 'list',
    arch: `
<list string="Zones" editable="bottom" decoration-muted="not x_active">
  <field name="x_sequence" widget="handle"/>
  <field name="x_name"/>
  <field name="x_zips" placeholder="10, 11, 1205"/>
  <field name="x_minutes_within" width="140px"/>
  <field name="x_minutes_beyond" width="190px"/>
  <field name="x_active" widget="boolean_toggle" optional="hide"/>
</list>`,
  }),
  defineView({
    id: 'zone_form',
    model: Zone.name,
    type: 'form',
    arch: `
<form string="Zone">
  <sheet>
    ${ARCHIVED}
    <div class="oe_title">
      <h1><field name="x_name" placeholder="e.g. North" options="{'line_breaks': False}" widget="text"/></h1>
    </div>
    <group>
      <group>
        <field name="x_zips" placeholder="10, 11, 1205"/>
      </group>
      <group>${minutes('x_minutes_within')}${minutes('x_minutes_beyond')}
        <field name="x_active" invisible="1"/>
      </group>
    </group>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'zone_search',
    model: Zone.name,
    type: 'search',
    arch: `
<search string="Zones">
  <field name="x_name"/>
  <field name="x_zips"/>
  <filter string="Archived" name="archived" domain="[('x_active', '=', False)]"/>
</search>`,
  }),
];

export const settingsViews = [...typeViews, ...technicianViews, ...zoneViews];
