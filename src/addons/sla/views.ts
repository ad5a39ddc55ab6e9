import { defineView } from '../../schema/index.ts';
import { DONE_STATE, IS_OPEN_PYTHON } from '../tickets/life.ts';
import { NO_SECONDS } from '../tickets/ticket-marks.ts';

const NOW = "datetime.datetime.now().to_utc().strftime('%Y-%m-%d %H:%M:%S')";
const END_OF_TODAY =
  "datetime.datetime.combine(context_today() + relativedelta(days=1), datetime.time(0, 0, 0)).to_utc().strftime('%Y-%m-%d %H:%M:%S')";

const policyViews = [
  defineView({
    id: 'policy_list',
    model: 'x_support.sla',
    type: 'list',
    arch: `
<list string="Policies" decoration-muted="not x_active">
  <field name="x_sequence" widget="handle"/>
  <field name="x_name"/>
  <field name="x_priority" optional="show"/>
  <field name="x_service_level" optional="show"/>
  <field name="x_team_ids" widget="many2many_tags" optional="show"/>
  <field name="x_tag_ids" widget="many2many_tags" optional="hide"/>
  <field name="x_partner_ids" widget="many2many_tags" optional="hide"/>
  <field name="x_first_hours" widget="float_time" invisible="x_is_exception or not x_first_hours"/>
  <field name="x_next_hours" widget="float_time" invisible="x_is_exception or not x_next_hours" optional="show"/>
  <field name="x_solution_hours" widget="float_time" invisible="x_is_exception or not x_solution_hours"/>
  <field name="x_calendar_id" optional="show"/>
  <field name="x_is_exception" widget="boolean" optional="hide"/>
  <field name="x_active" column_invisible="1"/>
</list>`,
  }),
  defineView({
    id: 'policy_form',
    model: 'x_support.sla',
    type: 'form',
    arch: `
<form string="Policy">
  <header>
    <button name="__supportdesk__.action_sla_preview" type="action" string="Preview" class="btn-secondary" invisible="not id"/>
    <button name="__supportdesk__.action_sla_apply" type="action" string="Apply to Open Tickets" class="btn-primary"
            invisible="not id or not x_active or x_is_applied"
            confirm="Deadlines of open tickets will move. Look at the preview first if you have not."/>
  </header>
  <sheet>
    <widget name="web_ribbon" title="Archived" bg_color="text-bg-danger" invisible="x_active"/>
    <div class="alert alert-info" role="status" invisible="not id or not x_active or x_is_applied">
      New tickets follow this policy as it stands. Open ones follow once it is applied, or when something happens in them.
    </div>
    <div class="oe_title">
      <h1><field name="x_name" placeholder="e.g. Urgent, Premium" options="{'line_breaks': False}" widget="text"/></h1>
    </div>
    <group>
      <group string="Holds For">
        <field name="x_priority" placeholder="Any priority"/>
        <field name="x_team_ids" widget="many2many_tags" placeholder="All teams" options="{'no_create': True}"/>
        <field name="x_tag_ids" widget="many2many_tags" placeholder="With or without tags" options="{'color_field': 'x_color', 'no_create_edit': True}"/>
        <field name="x_service_level" placeholder="Any level"/>
        <field name="x_partner_ids" widget="many2many_tags" placeholder="All customers" options="{'no_create': True}"/>
      </group>
      <group string="Promises">
        <field name="x_is_exception"/>
        <label for="x_first_hours" invisible="x_is_exception"/>
        <div invisible="x_is_exception"><field name="x_first_hours" widget="float_time" class="oe_inline"/><span class="ms-1">hours</span></div>
        <label for="x_next_hours" invisible="x_is_exception"/>
        <div invisible="x_is_exception"><field name="x_next_hours" widget="float_time" class="oe_inline"/><span class="ms-1">hours</span></div>
        <label for="x_solution_hours" invisible="x_is_exception"/>
        <div invisible="x_is_exception"><field name="x_solution_hours" widget="float_time" class="oe_inline"/><span class="ms-1">hours</span></div>
        <div class="text-muted" colspan="2" invisible="x_is_exception or x_first_hours and x_next_hours and x_solution_hours">A time of 00:00 promises nothing.</div>
        <field name="x_calendar_id" invisible="x_is_exception" placeholder="Day and night"/>
        <field name="x_active" invisible="1"/>
        <field name="x_is_applied" invisible="1"/>
      </group>
    </group>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'policy_search',
    model: 'x_support.sla',
    type: 'search',
    arch: `
<search string="Policies">
  <field name="x_name"/>
  <field name="x_team_ids"/>
  <field name="x_partner_ids"/>
  <filter string="No Deadlines" name="exceptions" domain="[('x_is_exception', '=', True)]"/>
  <separator/>
  <filter string="Archived" name="archived" domain="[('x_active', '=', False)]"/>
  <group string="Group By">
    <filter string="Priority" name="group_priority" context="{'group_by': 'x_priority'}"/>
    <filter string="Service Level" name="group_level" context="{'group_by': 'x_service_level'}"/>
    <filter string="Working Hours" name="group_calendar" context="{'group_by': 'x_calendar_id'}"/>
  </group>
</search>`,
  }),
];

/** Where there are categories. */
export const categoryViews = [
  defineView({
    id: 'policy_form_category',
    model: 'x_support.sla',
    type: 'form',
    inherits: 'policy_form',
    arch: `
<xpath expr="//field[@name='x_tag_ids']" position="before">
  <field name="x_category_ids" widget="many2many_tags" placeholder="All categories" options="{'no_create': True}"/>
</xpath>`,
  }),
  defineView({
    id: 'policy_list_category',
    model: 'x_support.sla',
    type: 'list',
    inherits: 'policy_list',
    arch: `
<xpath expr="//field[@name='x_tag_ids']" position="before">
  <field name="x_category_ids" widget="many2many_tags" optional="show"/>
</xpath>`,
  }),
];

const ticketViews = [
  defineView({
    id: 'ticket_form_sla',
    model: 'x_support.ticket',
    type: 'form',
    inherits: 'ticket_form',
    arch: `
<data>
  <xpath expr="//field[@name='x_sla_deadline']" position="replace">
    <field name="x_sla_deadline" decoration-danger="x_is_overdue" ${NO_SECONDS} readonly="x_sla_ledger and x_sla_id"
           invisible="not x_sla_deadline and (x_state == '${DONE_STATE}' or x_sla_ledger and x_sla_id)"/>
  </xpath>
  <xpath expr="//field[@name='x_sla_deadline']" position="after">
    <field name="x_sla_explanation" invisible="not x_sla_story" readonly="1"/>
    <field name="x_sla_id" invisible="not x_sla_ledger or not x_sla_id" readonly="1" options="{'no_open': False}"/>
    <field name="x_sla_ledger" invisible="1"/>
    <field name="x_sla_story" invisible="1"/>
    <field name="x_sla_is_missed" invisible="1"/>
  </xpath>
  <xpath expr="//span[hasclass('badge', 'text-bg-danger')]" position="after">
    <span class="badge text-bg-warning" invisible="not x_sla_is_missed or x_is_overdue">Target Missed</span>
  </xpath>
</data>`,
  }),
  defineView({
    id: 'ticket_list_sla',
    model: 'x_support.ticket',
    type: 'list',
    inherits: 'ticket_list',
    arch: `
<xpath expr="//field[@name='x_opened_at']" position="before">
  <field name="x_sla_id" optional="hide"/>
</xpath>`,
  }),
  defineView({
    id: 'ticket_kanban_sla',
    model: 'x_support.ticket',
    type: 'kanban',
    inherits: 'ticket_kanban',
    arch: `
<data>
  <xpath expr="//field[@name='x_is_overdue']" position="after">
    <field name="x_sla_is_missed"/>
  </xpath>
  <xpath expr="//footer//field[@name='x_user_id']" position="before">
    <i t-if="record.x_sla_is_missed.raw_value" class="fa fa-flag text-danger" title="Target Missed" role="img"/>
  </xpath>
</data>`,
  }),
  defineView({
    id: 'ticket_search_sla',
    model: 'x_support.ticket',
    type: 'search',
    inherits: 'ticket_search',
    arch: `
<data>
  <xpath expr="//filter[@name='overdue']" position="after">
    <filter string="Due Today" name="due_today"
            domain="[${IS_OPEN_PYTHON}, ('x_sla_deadline', '&gt;=', ${NOW}), ('x_sla_deadline', '&lt;', ${END_OF_TODAY})]"/>
    <filter string="Target Missed" name="missed" domain="[('x_sla_ledger', 'like', ' missed ')]"/>
  </xpath>
  <xpath expr="//filter[@name='group_deadline']" position="after">
    <filter string="Policy" name="group_policy" context="{'group_by': 'x_sla_id'}"/>
  </xpath>
</data>`,
  }),
  defineView({
    id: 'partner_form_sla',
    model: 'res.partner',
    type: 'form',
    inherits: 'base.view_partner_form',
    priority: 30,
    arch: `
<xpath expr="//field[@name='category_id']" position="after">
  <field name="x_service_level" groups="__supportdesk__.group_technician_own"/>
</xpath>`,
  }),
];

export const views = [...policyViews, ...ticketViews];
