import { defineAction, defineMenu, defineView } from '../../schema/index.ts';
import { NO_SECONDS } from '../tickets/ticket-marks.ts';
import { TimeEntry, TimeTicket, TimeType } from './models.ts';

const model = TimeEntry.name;
const HOURS = 'widget="float_time"';
const columns = `
  <field name="x_date" placeholder="Today"/>
  <field name="x_user_id" widget="many2one_avatar_user" placeholder="Me"/>
  <field name="x_type_id" options="{'no_create': True}"/>
  <field name="x_note"/>
  <field name="x_hours" ${HOURS} sum="Hours" readonly="x_started_at"/>
  <field name="x_coverage" placeholder="As usual"/>
  <field name="x_started_at" ${NO_SECONDS} optional="show"/>`;

export const views = [
  defineView({
    id: 'time_list',
    model,
    type: 'list',
    arch: `
<list string="Time" editable="top" sample="1" decoration-info="x_started_at">
  <field name="x_ticket_id"/>
  <field name="x_partner_id" optional="show"/>
  <field name="x_team_id" optional="hide"/>${columns}
  <field name="x_line" optional="hide"/>
</list>`,
  }),
  defineView({
    id: 'time_form',
    model,
    type: 'form',
    arch: `
<form string="Time">
  <sheet>
    <group>
      <group>
        <field name="x_ticket_id"/>
        <field name="x_partner_id" readonly="1"/>
        <field name="x_user_id" widget="many2one_avatar_user" placeholder="Me"/>
        <field name="x_date" placeholder="Today"/>
      </group>
      <group>
        <field name="x_type_id" options="{'no_create': True}"/>
        <field name="x_hours" ${HOURS} readonly="x_started_at"/>
        <field name="x_coverage" placeholder="As usual"/>
        <field name="x_started_at" ${NO_SECONDS} invisible="not x_started_at"/>
        <field name="x_line" invisible="not x_line"/>
      </group>
    </group>
    <field name="x_note" placeholder="What you did"/>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'time_pivot',
    model,
    type: 'pivot',
    arch: `
<pivot string="Time" sample="1">
  <field name="x_user_id" type="row"/>
  <field name="x_date" interval="month" type="col"/>
  <field name="x_hours" type="measure" ${HOURS}/>
</pivot>`,
  }),
  defineView({
    id: 'time_graph',
    model,
    type: 'graph',
    arch: `
<graph string="Time" sample="1">
  <field name="x_date" interval="month"/>
  <field name="x_coverage"/>
  <field name="x_hours" type="measure" ${HOURS}/>
</graph>`,
  }),
  defineView({
    id: 'time_search',
    model,
    type: 'search',
    arch: `
<search string="Time">
  <field name="x_ticket_id"/>
  <field name="x_partner_id" operator="child_of"/>
  <field name="x_user_id"/>
  <field name="x_note"/>
  <filter string="Mine" name="mine" domain="[('x_user_id', '=', uid)]"/>
  <filter string="Timer Runs" name="running" domain="[('x_started_at', '!=', False)]"/>
  <separator/>
  <filter string="Billable" name="billable" domain="[('x_coverage', '=', 'billable')]"/>
  <filter string="Covered" name="covered" domain="[('x_coverage', '=', 'covered')]"/>
  <separator/>
  <filter string="Date" name="date" date="x_date"/>
  <group string="Group By">
    <filter string="Ticket" name="group_ticket" context="{'group_by': 'x_ticket_id'}"/>
    <filter string="Customer" name="group_partner" context="{'group_by': 'x_partner_id'}"/>
    <filter string="Person" name="group_user" context="{'group_by': 'x_user_id'}"/>
    <filter string="Team" name="group_team" context="{'group_by': 'x_team_id'}"/>
    <filter string="Activity" name="group_type" context="{'group_by': 'x_type_id'}"/>
    <filter string="Month" name="group_month" context="{'group_by': 'x_date:month'}"/>
  </group>
</search>`,
  }),
  defineView({
    id: 'time_type_list',
    model: TimeType.name,
    type: 'list',
    arch: `
<list string="Activities" editable="bottom">
  <field name="x_sequence" widget="handle"/>
  <field name="x_name"/>
  <field name="x_is_billable"/>
  <field name="x_active" column_invisible="1"/>
</list>`,
  }),
  defineView({
    id: 'ticket_form_time',
    model: TimeTicket.name,
    type: 'form',
    inherits: 'ticket_form',
    arch: `
<data>
  <xpath expr="//div[@name='button_box']" position="inside">
    <button name="__supportdesk__.action_ticket_time" type="action" class="oe_stat_button" icon="fa-clock-o" invisible="not id">
      <div class="o_stat_info">
        <span class="o_stat_value"><field name="x_time_hours" ${HOURS}/></span>
        <span class="o_stat_text">Time</span>
      </div>
    </button>
    <button name="__supportdesk__.action_time_start" type="action" class="oe_stat_button" icon="fa-play" string="Start the Timer" invisible="not id or x_is_timed_by_me"/>
    <button name="__supportdesk__.action_time_stop" type="action" class="oe_stat_button text-danger" icon="fa-stop" string="Stop the Timer" invisible="not x_is_timed_by_me"/>
    <field name="x_is_timed_by_me" invisible="1"/>
  </xpath>
  <xpath expr="//page[@name='related']" position="before">
    <page string="Time" name="time">
      <field name="x_time_ids">
        <list editable="bottom" decoration-info="x_started_at">${columns}
        </list>
      </field>
    </page>
  </xpath>
</data>`,
  }),
  defineView({
    id: 'partner_form_time',
    model: 'res.partner',
    type: 'form',
    inherits: 'base.view_partner_form',
    priority: 31,
    arch: `
<xpath expr="//div[@name='button_box']" position="inside">
  <button name="__supportdesk__.action_customer_time" type="action" class="oe_stat_button" icon="fa-clock-o"
          groups="__supportdesk__.group_technician_own" invisible="not x_time_hours">
    <div class="o_stat_info">
      <span class="o_stat_value"><field name="x_time_hours" ${HOURS}/></span>
      <span class="o_stat_text">Support Time</span>
    </div>
  </button>
</xpath>`,
  }),
];

export const actions = [
  defineAction({
    id: 'action_time',
    label: 'Time',
    path: 'support-time',
    model,
    views: ['list', 'pivot', 'graph', 'form'],
    search: 'time_search',
    help: '<p class="o_view_nocontent_smiling_face">No time entered yet</p><p>Start the timer on a ticket, or enter time on its page Time.</p>',
  }),
  defineAction({
    id: 'action_time_types',
    label: 'Activities',
    path: 'support-time-activities',
    model: TimeType.name,
    views: ['list'],
  }),
];

export const menus = [
  defineMenu({ id: 'menu_time', label: 'Time', parent: 'menu_support', action: 'action_time', sequence: 55 }),
  defineMenu({
    id: 'menu_time_types',
    label: 'Activities',
    parent: 'menu_configuration_tickets',
    action: 'action_time_types',
    sequence: 60,
  }),
];
