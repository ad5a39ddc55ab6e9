import { defineView } from '../../schema/index.ts';
import { IS_OPEN_PYTHON } from '../tickets/life.ts';
import { Escalation, EscalationAct, EscalationWatch } from './models.ts';

const TARGETED = "['share', 'missed']";
const TIMED = "['unassigned', 'desk', 'waiting']";

const levelViews = [
  defineView({
    id: 'escalation_list',
    model: Escalation.name,
    type: 'list',
    arch: `
<list string="Escalations" decoration-muted="not x_active">
  <field name="x_sequence" widget="handle"/>
  <field name="x_name"/>
  <field name="x_when"/>
  <field name="x_target" invisible="x_when not in ${TARGETED}" optional="show"/>
  <field name="x_share" invisible="x_when != 'share'" width="105px" optional="show"/>
  <field name="x_hours" widget="float_time" invisible="not x_hours" optional="show"/>
  <field name="x_team_ids" widget="many2many_tags" optional="show"/>
  <field name="x_from_priority" optional="hide"/>
  <field name="x_activity" width="150px" optional="show"/>
  <field name="x_mails" widget="boolean_toggle" optional="show"/>
  <field name="x_raise_to" optional="hide"/>
  <field name="x_active" widget="boolean_toggle"/>
</list>`,
  }),
  defineView({
    id: 'escalation_form',
    model: Escalation.name,
    type: 'form',
    arch: `
<form string="Escalation">
  <header>
    <button name="__supportdesk__.action_escalation_preview" type="action" string="Preview" class="btn-secondary" groups="__supportdesk__.group_administrator" invisible="not id"/>
  </header>
  <sheet>
    <div class="oe_button_box" name="button_box">
      <button name="__supportdesk__.action_escalation_show_acts" type="action" string="What Was Done" class="oe_stat_button" icon="fa-history" invisible="not id"/>
    </div>
    <widget name="web_ribbon" title="Archived" bg_color="text-bg-danger" invisible="x_active"/>
    <div class="oe_title">
      <h1><field name="x_name" placeholder="e.g. Solution nearly due" options="{'line_breaks': False}" widget="text"/></h1>
    </div>
    <group>
      <group string="When">
        <field name="x_when"/>
        <field name="x_target" placeholder="Any deadline" invisible="x_when not in ${TARGETED}"/>
        <label for="x_share" invisible="x_when != 'share'"/>
        <div invisible="x_when != 'share'"><field name="x_share" class="oe_inline"/><span class="ms-1">%</span></div>
        <label for="x_hours" invisible="x_when not in ['missed', 'unassigned', 'desk', 'waiting']"/>
        <div invisible="x_when not in ['missed', 'unassigned', 'desk', 'waiting']">
          <field name="x_hours" widget="float_time" class="oe_inline" required="x_when in ${TIMED}"/><span class="ms-1">hours</span>
        </div>
        <field name="x_times" invisible="x_when != 'reopened'"/>
      </group>
      <group string="For Which Tickets" name="narrowing">
        <field name="x_team_ids" widget="many2many_tags" placeholder="All teams" options="{'no_create': True}"/>
        <field name="x_from_priority" placeholder="Any priority"/>
        <field name="x_since" readonly="1" invisible="not id"/>
      </group>
    </group>
    <separator string="What Is Done"/>
    <group>
      <group name="doing">
        <field name="x_activity" placeholder="Nobody"/>
        <field name="x_activity_user_id" widget="many2one_avatar_user" invisible="x_activity != 'user'" required="x_activity == 'user'" options="{'no_create': True}"/>
        <field name="x_mails"/>
        <field name="x_raise_to" placeholder="Leave it as it is"/>
      </group>
      <group name="doing_more">
        <field name="x_assign_to_id" widget="many2one_avatar_user" placeholder="Leave it with whoever has it" options="{'no_create': True}"/>
        <field name="x_add_tag_ids" widget="many2many_tags" options="{'color_field': 'x_color', 'no_create_edit': True}"/>
        <field name="x_active" invisible="1"/>
      </group>
    </group>
    <p class="text-muted">
      It acts once on a ticket, and again when another run of the clock begins: a new deadline, a reopened ticket, again nobody assigned. What came due before it held is not made up for.
    </p>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'escalation_search',
    model: Escalation.name,
    type: 'search',
    arch: `
<search string="Escalations">
  <field name="x_name"/>
  <field name="x_team_ids"/>
  <filter string="Mail" name="mails" domain="[('x_mails', '=', True)]"/>
  <separator/>
  <filter string="Archived" name="archived" domain="[('x_active', '=', False)]"/>
  <group string="Group By">
    <filter string="When" name="group_when" context="{'group_by': 'x_when'}"/>
  </group>
</search>`,
  }),
  defineView({
    id: 'escalation_act_list',
    model: EscalationAct.name,
    type: 'list',
    arch: `
<list string="Escalations" create="0" edit="0" delete="0">
  <field name="x_at"/>
  <field name="x_ticket_id"/>
  <field name="x_escalation_id" optional="show"/>
  <field name="x_name"/>
</list>`,
  }),
  defineView({
    id: 'escalation_watch_list',
    model: EscalationWatch.name,
    type: 'list',
    arch: `
<list string="Escalations to Come" create="0" edit="0" delete="0" decoration-danger="x_error">
  <field name="x_look_at" widget="datetime"/>
  <field name="x_ticket_id"/>
  <field name="x_escalation_id"/>
  <field name="x_error" optional="show"/>
</list>`,
  }),
  defineView({
    id: 'escalation_watch_search',
    model: EscalationWatch.name,
    type: 'search',
    arch: `
<search string="Escalations to Come">
  <field name="x_ticket_id"/>
  <field name="x_escalation_id"/>
  <filter string="Failed" name="failed" domain="[('x_error', '!=', False)]"/>
  <group string="Group By">
    <filter string="Level" name="group_level" context="{'group_by': 'x_escalation_id'}"/>
  </group>
</search>`,
  }),
];

const ticketViews = [
  defineView({
    id: 'ticket_form_escalation',
    model: 'x_support.ticket',
    type: 'form',
    inherits: 'ticket_form',
    arch: `
<data>
  <xpath expr="//span[hasclass('badge', 'text-bg-danger')]" position="after">
    <span class="badge text-bg-warning" invisible="not x_escalated_at or x_state == 'done'">Escalated</span>
  </xpath>
  <xpath expr="//field[@name='x_opened_at']" position="before">
    <label for="x_last_escalation" invisible="not x_escalated_at"/>
    <div class="d-flex flex-wrap gap-2" invisible="not x_escalated_at">
      <field name="x_last_escalation" class="w-auto"/>
      <field name="x_escalated_at" class="w-auto text-muted"/>
    </div>
  </xpath>
  <xpath expr="//page[@name='related']" position="after">
    <page string="Escalations" name="escalations" invisible="not x_escalated_at">
      <field name="x_escalation_act_ids" readonly="1">
        <list create="0" delete="0">
          <field name="x_at"/>
          <field name="x_name"/>
        </list>
      </field>
    </page>
  </xpath>
</data>`,
  }),
  defineView({
    id: 'ticket_list_escalation',
    model: 'x_support.ticket',
    type: 'list',
    inherits: 'ticket_list',
    arch: `
<xpath expr="//field[@name='x_opened_at']" position="before">
  <field name="x_last_escalation" optional="hide"/>
</xpath>`,
  }),
  defineView({
    id: 'ticket_kanban_escalation',
    model: 'x_support.ticket',
    type: 'kanban',
    inherits: 'ticket_kanban',
    arch: `
<data>
  <xpath expr="//field[@name='x_is_overdue']" position="after">
    <field name="x_last_escalation"/>
  </xpath>
  <xpath expr="//footer//field[@name='x_user_id']" position="before">
    <i t-if="record.x_last_escalation.raw_value and record.x_state.raw_value != 'done'" class="fa fa-bullhorn text-warning" t-att-title="record.x_last_escalation.value" role="img"/>
  </xpath>
</data>`,
  }),
  defineView({
    id: 'ticket_search_escalation',
    model: 'x_support.ticket',
    type: 'search',
    inherits: 'ticket_search',
    arch: `
<xpath expr="//filter[@name='overdue']" position="after">
  <filter string="Escalated" name="escalated" domain="[${IS_OPEN_PYTHON}, ('x_escalation_act_ids', '!=', False)]"/>
</xpath>`,
  }),
];

export const views = [...levelViews, ...ticketViews];

/** Where the addon categories is on. */
export const categoryViews = [
  defineView({
    id: 'escalation_form_categories',
    model: Escalation.name,
    type: 'form',
    inherits: 'escalation_form',
    arch: `
<xpath expr="//group[@name='narrowing']/field[@name='x_team_ids']" position="after">
  <field name="x_category_ids" widget="many2many_tags" placeholder="All categories" options="{'no_create': True}"/>
</xpath>`,
  }),
];

/** Where the addon assignment is on. */
export const assigningViews = [
  defineView({
    id: 'escalation_form_hand_on',
    model: Escalation.name,
    type: 'form',
    inherits: 'escalation_form',
    arch: `
<xpath expr="//group[@name='doing_more']/field[@name='x_assign_to_id']" position="after">
  <field name="x_hands_on" invisible="x_assign_to_id"/>
</xpath>`,
  }),
];
