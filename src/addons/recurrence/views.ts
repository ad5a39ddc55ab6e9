import { defineAction, defineMenu, defineView } from '../../schema/index.ts';
import { NO_SECONDS } from '../tickets/ticket-marks.ts';
import { Recurrence } from './models.ts';

const model = Recurrence.name;
const NO_CREATE = `options="{'no_create': True}"`;
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

export const views = [
  defineView({
    id: 'recurrence_list',
    model,
    type: 'list',
    arch: `
<list string="Recurring Tickets" decoration-muted="x_paused or not x_active" decoration-danger="x_error">
  <field name="x_name"/>
  <field name="x_play_id" optional="show"/>
  <field name="x_partner_id" optional="show"/>
  <field name="x_team_id" optional="show"/>
  <field name="x_next_at" ${NO_SECONDS}/>
  <field name="x_opened_for"/>
  <field name="x_paused" widget="boolean_toggle"/>
  <field name="x_error" optional="show"/>
  <field name="x_active" column_invisible="1"/>
</list>`,
  }),
  defineView({
    id: 'recurrence_form',
    model,
    type: 'form',
    arch: `
<form string="Recurring Ticket">
  <sheet>
    <div class="oe_button_box" name="button_box">
      <button name="__supportdesk__.action_recurrence_tickets" type="action" class="oe_stat_button" icon="fa-ticket" invisible="not id">
        <field name="x_ticket_count" widget="statinfo"/>
      </button>
    </div>
    <widget name="web_ribbon" title="Archived" bg_color="text-bg-danger" invisible="x_active"/>
    <widget name="web_ribbon" title="Paused" bg_color="text-bg-warning" invisible="not x_paused or not x_active"/>
    <div class="alert alert-danger" role="alert" invisible="not x_error"><field name="x_error" nolabel="1" readonly="1"/></div>
    <div class="oe_title">
      <h1><field name="x_name" placeholder="e.g. Clean the beamers, {{date}}" options="{'line_breaks': False}" widget="text"/></h1>
    </div>
    <group>
      <group string="The Ticket">
        <field name="x_play_id" ${NO_CREATE}/>
        <field name="x_partner_id"/>
        <field name="x_team_id" placeholder="The play’s" ${NO_CREATE}/>
        <field name="x_user_id" widget="many2one_avatar_user" placeholder="The play’s" ${NO_CREATE}/>
        <field name="x_tells_customer" invisible="not x_partner_id"/>
      </group>
      <group string="When">
        <label for="x_every"/>
        <div class="d-flex gap-2"><field name="x_every" class="oe_inline" style="max-width: 4rem"/><field name="x_unit" class="oe_inline"/></div>
        <label for="x_monday" string="On" invisible="x_unit != 'week'"/>
        <div class="d-flex flex-wrap gap-3" invisible="x_unit != 'week'">
          ${DAYS.map((day) => `<span class="d-inline-flex gap-1"><field name="x_${day}"/><label for="x_${day}"/></span>`).join('\n          ')}
        </div>
        <field name="x_month" invisible="x_unit != 'year'" placeholder="That of the first day"/>
        <field name="x_by" widget="radio" invisible="x_unit not in ('month', 'year')"/>
        <field name="x_day" invisible="x_unit not in ('month', 'year') or x_by != 'day'"/>
        <label for="x_nth" string="On the" invisible="x_unit not in ('month', 'year') or x_by != 'weekday'"/>
        <div class="d-flex gap-2" invisible="x_unit not in ('month', 'year') or x_by != 'weekday'"><field name="x_nth" class="oe_inline"/><field name="x_weekday" class="oe_inline"/></div>
        <field name="x_start" placeholder="Today"/>
        <field name="x_until" placeholder="For good"/>
      </group>
      <group string="Closed Days">
        <field name="x_calendar_id" placeholder="Every day is open" ${NO_CREATE}/>
        <field name="x_closed" invisible="not x_calendar_id"/>
        <label for="x_ahead"/>
        <div><field name="x_ahead" class="oe_inline"/> days</div>
        <field name="x_hour" widget="float_time"/>
        <field name="x_catch_up" widget="radio"/>
        <field name="x_paused" widget="boolean_toggle"/>
      </group>
      <group string="Next Dates">
        <field name="x_next_dates" nolabel="1" colspan="2" readonly="1"/>
        <field name="x_next_at" ${NO_SECONDS} invisible="not x_next_at"/>
        <field name="x_opened_for" invisible="not x_opened_for"/>
        <field name="x_active" invisible="1"/>
        <field name="x_opened_until" invisible="1"/>
      </group>
    </group>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'recurrence_search',
    model,
    type: 'search',
    arch: `
<search string="Recurring Tickets">
  <field name="x_name"/>
  <field name="x_partner_id" operator="child_of"/>
  <field name="x_play_id"/>
  <field name="x_team_id"/>
  <filter string="Paused" name="paused" domain="[('x_paused', '=', True)]"/>
  <filter string="Could Not Be Opened" name="failed" domain="[('x_error', '!=', False)]"/>
  <separator/>
  <filter string="Archived" name="archived" domain="[('x_active', '=', False)]"/>
</search>`,
  }),
  defineView({
    id: 'ticket_form_recurrence',
    model: 'x_support.ticket',
    type: 'form',
    inherits: 'ticket_form',
    arch: `
<xpath expr="//field[@name='x_opened_at']" position="before">
  <label for="x_recurrence_id" invisible="not x_recurrence_id"/>
  <div class="d-flex gap-2" invisible="not x_recurrence_id"><field name="x_recurrence_id" class="oe_inline"/><field name="x_recurrence_date" class="oe_inline"/></div>
</xpath>`,
  }),
  defineView({
    id: 'ticket_search_recurrence',
    model: 'x_support.ticket',
    type: 'search',
    inherits: 'ticket_search',
    arch: `
<xpath expr="//filter[@name='unanswered']" position="after">
  <filter string="Recurring" name="recurring" domain="[('x_recurrence_id', '!=', False)]"/>
</xpath>`,
  }),
];

export const actions = [
  defineAction({
    id: 'action_recurrences',
    label: 'Recurring Tickets',
    path: 'support-recurrences',
    model,
    views: ['list', 'form'],
    search: 'recurrence_search',
    help: '<p class="o_view_nocontent_smiling_face">Nothing comes back by itself</p><p>Say how often, for whom and by which play: a ticket is opened for each date.</p>',
  }),
];

export const menus = [
  defineMenu({
    id: 'menu_recurrences',
    label: 'Recurring Tickets',
    parent: 'menu_configuration_tickets',
    action: 'action_recurrences',
    sequence: 14,
  }),
];
