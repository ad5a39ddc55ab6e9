import { defineView } from '../../schema/index.ts';
import { boardViews } from './board-views.ts';
import { contactViews } from './contact-tickets.ts';
import { ICON } from './icon.ts';
import {
  DONE_STATE,
  IS_OPEN_PYTHON,
  renderStateDecorations,
  renderStateFilters,
  WAITING_STATE,
  WORKING_STATE,
} from './life.ts';
import { PRESSING } from './priorities.ts';
import { reportViews } from './report-views.ts';
import { DEADLINE_COLORS, HAS_CUSTOMER_ANSWERED, NO_SECONDS } from './ticket-marks.ts';

const ICON_URL = `data:image/svg+xml;base64,${Buffer.from(ICON).toString('base64')}`;

/** Customers have no line on tickets: of them it counts within their rule, of others as Odoo lets them. Where there is no rule, none. */
const COUNT_OPEN = `support_tickets.has_access('read') and support_tickets.search_count([${IS_OPEN_PYTHON}])
        or env.user.has_group('base.group_portal') and support_rules._get_rules('x_support.ticket', 'read').sudo().mapped('groups')
        and support_tickets.sudo().search_count(support_rules._compute_domain('x_support.ticket', 'read') + [${IS_OPEN_PYTHON}])`;

export const views = [
  ...boardViews,
  ...reportViews,
  ...contactViews,
  defineView({
    id: 'ticket_list',
    model: 'x_support.ticket',
    type: 'list',
    // The widths leave the subject what the screen has; a subject whose customer waits for an answer stands out.
    arch: `
<list string="Tickets" multi_edit="1" sample="1" decoration-muted="x_state == '${DONE_STATE}'">
  <header>
    <button name="__supportdesk__.action_ticket_assign_to_me" type="action" string="Assign to Me"/>
    <button name="__supportdesk__.action_ticket_to_done" type="action" string="Close"/>
  </header>
  <field name="x_ticket_ref" readonly="1" width="95px"/>
  <field name="x_name" decoration-bf="${HAS_CUSTOMER_ANSWERED}" decoration-info="${HAS_CUSTOMER_ANSWERED}"/>
  <field name="x_partner_id" width="135px" optional="show"/>
  <field name="x_user_id" widget="many2one_avatar_user" domain="[('share', '=', False)]" width="115px" optional="show"/>
  <field name="x_priority" string="Priority" widget="priority" width="80px" optional="show"/>
  <field name="x_sla_deadline" widget="remaining_days" width="95px" optional="show" ${DEADLINE_COLORS} invisible="x_state == '${DONE_STATE}'"/>
  <field name="x_opened_at" readonly="1" optional="hide"/>
  <field name="x_closed_at" readonly="1" optional="hide"/>
  <field name="x_updated_at" optional="hide"/>
  <field name="x_last_author_id" column_invisible="1"/>
  <field name="x_last_author_name" width="105px" optional="show"/>
  <field name="activity_ids" string="Activities" widget="list_activity" width="100px" optional="hide"/>
  <field name="x_state" widget="badge" width="115px" ${renderStateDecorations()}/>
  <field name="x_is_overdue" column_invisible="1"/>
  <field name="x_is_answered" column_invisible="1"/>
</list>`,
  }),
  defineView({
    id: 'ticket_form',
    model: 'x_support.ticket',
    type: 'form',
    // Related tickets are a list, since Odoo looks for names only in a field of tags, and a ticket's is its subject.
    arch: `
<form string="Ticket">
  <header>
    <button name="__supportdesk__.action_ticket_assign_to_me" type="action" string="Assign to Me" class="btn-primary"
            invisible="not id or x_user_id or x_state == '${DONE_STATE}'"/>
    <button name="__supportdesk__.action_ticket_assign_to_me" type="action" string="Assign to Me"
            invisible="not id or not x_user_id or x_user_id == uid or x_state == '${DONE_STATE}'"/>
    <button name="__supportdesk__.action_ticket_to_${WAITING_STATE}" type="action" string="Waiting"
            invisible="not id or x_state in ('${WAITING_STATE}', '${DONE_STATE}')"/>
    <button name="__supportdesk__.action_ticket_to_done" type="action" string="Close"
            invisible="not id or x_state == '${DONE_STATE}'"/>
    <button name="__supportdesk__.action_ticket_to_${WORKING_STATE}" type="action" string="Reopen"
            invisible="not id or x_state != '${DONE_STATE}'"/>
    <field name="x_state" widget="statusbar" options="{'clickable': '1'}"/>
  </header>
  <sheet>
    <div name="button_box" class="oe_button_box">
      <button name="__supportdesk__.action_ticket_others" type="action" class="oe_stat_button" icon="fa-life-ring" invisible="not x_other_open_count">
        <field name="x_other_open_count" widget="statinfo" string="Also Open"/>
      </button>
    </div>
    <widget name="web_ribbon" title="Archived" bg_color="text-bg-secondary" invisible="x_active"/>
    <div class="oe_title">
      <div class="d-flex align-items-center gap-2">
        <span class="text-muted"><field name="x_ticket_ref" readonly="1"/></span>
        <span class="badge text-bg-danger" invisible="not x_is_overdue">Overdue</span>
        <span class="badge text-bg-info" invisible="not (${HAS_CUSTOMER_ANSWERED})">Customer Replied</span>
      </div>
      <h1><field name="x_name" placeholder="What is it about?" options="{'line_breaks': False}" widget="text"/></h1>
    </div>
    <group>
      <group>
        <field name="x_partner_id"/>
        <field name="x_user_id" widget="many2one_avatar_user" domain="[('share', '=', False)]"/>
        <field name="x_priority" widget="priority"/>
      </group>
      <group>
        <field name="x_sla_deadline" decoration-danger="x_is_overdue" ${NO_SECONDS} invisible="not x_sla_deadline and x_state == '${DONE_STATE}'"/>
        <field name="x_opened_at" readonly="1" invisible="not x_opened_at" ${NO_SECONDS}/>
        <field name="x_started_at" readonly="1" invisible="not x_started_at" ${NO_SECONDS}/>
        <field name="x_waiting_at" readonly="1" invisible="x_state != '${WAITING_STATE}'" ${NO_SECONDS}/>
        <field name="x_closed_at" readonly="1" invisible="not x_closed_at" ${NO_SECONDS}/>
        <field name="x_rating" widget="priority" readonly="1" invisible="not x_rating"/>
        <field name="x_merged_into_id" invisible="not x_merged_into_id"/>
        <field name="x_follows_id" invisible="not x_follows_id"/>
        <field name="x_follow_up_ids" widget="many2many_tags" readonly="1" invisible="not x_follow_up_ids"/>
        <field name="x_is_overdue" invisible="1"/>
        <field name="x_is_answered" invisible="1"/>
        <field name="x_last_author_id" invisible="1"/>
        <field name="x_active" invisible="1"/>
      </group>
    </group>
    <notebook>
      <page string="Description" name="description">
        <field name="x_description" placeholder="What happened, since when, who is affected …"/>
        <group>
          <field name="x_file_ids" widget="many2many_binary"/>
        </group>
      </page>
      <page string="Related Tickets" name="related">
        <field name="x_linked_ids" domain="[('id', '!=', id)]">
          <list create="0" decoration-muted="x_state == '${DONE_STATE}'">
            <field name="x_ticket_ref"/>
            <field name="x_name"/>
            <field name="x_partner_id"/>
            <field name="x_user_id" widget="many2one_avatar_user"/>
            <field name="x_state" widget="badge" ${renderStateDecorations()}/>
          </list>
        </field>
      </page>
      <page string="Rating" name="rating" invisible="not x_rating">
        <field name="rating_ids" readonly="1">
          <list>
            <field name="write_date" string="Rated On"/>
            <field name="partner_id"/>
            <field name="rating"/>
            <field name="feedback"/>
          </list>
        </field>
      </page>
    </notebook>
  </sheet>
  <chatter/>
</form>`,
  }),
  defineView({
    id: 'ticket_search',
    model: 'x_support.ticket',
    type: 'search',
    arch: `
<search string="Tickets">
  <field name="x_name" string="Ticket" filter_domain="['|', ('x_name', 'ilike', self), ('x_ticket_ref', 'ilike', self)]"/>
  <field name="x_description"/>
  <field name="x_partner_id" operator="child_of"/>
  <field name="x_user_id"/>
  <field name="message_ids" string="Messages" filter_domain="[('message_ids.body', 'ilike', self)]"/>
  <filter string="My Tickets" name="mine" domain="[('x_user_id', '=', uid)]"/>
  <filter string="Unassigned" name="unassigned" domain="[('x_user_id', '=', False)]"/>
  <separator/>
  <filter string="Open" name="open" domain="[${IS_OPEN_PYTHON}]"/>
  ${renderStateFilters()}
  <filter string="Unanswered" name="unanswered" domain="[${IS_OPEN_PYTHON}, ('x_is_answered', '=', False)]"/>
  <separator/>
  <filter string="Overdue" name="overdue"
          domain="[${IS_OPEN_PYTHON}, ('x_sla_deadline', '&lt;', datetime.datetime.now().to_utc().strftime('%Y-%m-%d %H:%M:%S'))]"/>
  <filter string="Urgent or High" name="urgent" domain="[('x_priority', 'in', [${PRESSING.map((priority) => `'${priority}'`).join(', ')}])]"/>
  <separator/>
  <filter string="Opened" name="opened" date="x_opened_at"/>
  <filter string="Closed" name="closed" date="x_closed_at"/>
  <separator/>
  <filter string="Late Activities" name="activities_overdue" domain="[('my_activity_date_deadline', '&lt;', context_today().strftime('%Y-%m-%d'))]"/>
  <filter string="Unread Messages" name="message_needaction" domain="[('message_needaction', '=', True)]"/>
  <filter string="Archived" name="archived" domain="[('x_active', '=', False)]"/>
  <group string="Group By">
    <filter string="Status" name="group_state" context="{'group_by': 'x_state'}"/>
    <filter string="Priority" name="group_priority" context="{'group_by': 'x_priority'}"/>
    <filter string="Assigned to" name="group_user" context="{'group_by': 'x_user_id'}"/>
    <filter string="Rating" name="group_rating" context="{'group_by': 'x_rating'}"/>
    <filter string="Customer" name="group_partner" context="{'group_by': 'x_partner_id'}"/>
    <filter string="Opened" name="group_opened" context="{'group_by': 'x_opened_at'}"/>
    <filter string="Deadline" name="group_deadline" context="{'group_by': 'x_sla_deadline'}"/>
  </group>
</search>`,
  }),
  defineView({
    id: 'portal_tile',
    type: 'qweb',
    inherits: 'portal.portal_my_home',
    priority: 40,
    arch: `
<data>
  <xpath expr="//div[hasclass('o_portal_docs')]" position="before">
    <t t-set="portal_client_category_enable" t-value="True"/>
  </xpath>
  <div id="portal_client_category" position="inside">
    <t t-set="support_tickets" t-value="env['x_support.ticket']"/>
    <t t-set="support_rules" t-value="env['ir.rule']"/>
    <t t-call="portal.portal_docs_entry">
      <t t-set="icon" t-value="'${ICON_URL}'"/>
      <t t-set="title">Support Tickets</t>
      <t t-set="text">Ask for help, and follow the answers</t>
      <t t-set="url" t-value="'/my/tickets?filterby=open'"/>
      <t t-set="count" t-value="${COUNT_OPEN} or None"/>
      <t t-set="config_card" t-value="True"/>
    </t>
  </div>
</data>`,
  }),
];
