import { defineView } from '../../schema/index.ts';
import { NO_SECONDS } from '../tickets/ticket-marks.ts';
import { ClosingRule, ClosingTicket } from './models.ts';

const model = ClosingTicket.name;

/** When the next working day is over; on a Friday that is Monday's, for whoever works from Monday to Friday. */
const NEXT_DAYS = 'context_today().toordinal() % 7';
const END_OF_TOMORROW = `datetime.datetime.combine(context_today() + relativedelta(days=4 if ${NEXT_DAYS} == 5 else 3 if ${NEXT_DAYS} == 6 else 2), datetime.time(0, 0, 0)).to_utc().strftime('%Y-%m-%d %H:%M:%S')`;
const END_OF_WEEK =
  "datetime.datetime.combine(context_today() + relativedelta(days=7), datetime.time(0, 0, 0)).to_utc().strftime('%Y-%m-%d %H:%M:%S')";
const CLOSES = `widget="remaining_days" options="{'classes': {'warning': 'days &lt;= 1'}}"`;

export const views = [
  defineView({
    id: 'closing_list',
    model,
    type: 'list',
    // Behind the list that tickets open with.
    priority: 40,
    // When it closes stands where a phone still shows it.
    arch: `
<list string="Closing Soon" create="0" edit="0" delete="0" expand="1" default_order="x_closes_at, id" decoration-muted="x_closing_is_held">
  <header>
    <button name="__supportdesk__.action_closing_hold" type="action" string="Hold"/>
    <button name="__supportdesk__.action_closing_let_go" type="action" string="Let It Close"/>
  </header>
  <field name="x_ticket_ref" width="95px"/>
  <field name="x_name"/>
  <field name="x_closes_at" width="110px" ${CLOSES}/>
  <field name="x_partner_id" width="220px"/>
  <field name="x_user_id" widget="many2one_avatar_user" width="130px" optional="show"/>
  <field name="x_team_id" width="120px" optional="show"/>
  <field name="x_chased_at" width="140px" ${NO_SECONDS} optional="show"/>
  <field name="x_closing_is_held" string="Held" width="70px"/>
  <button name="__supportdesk__.action_closing_hold" type="action" string="Hold" icon="fa-pause" invisible="x_closing_is_held"/>
  <button name="__supportdesk__.action_closing_let_go" type="action" string="Let It Close" icon="fa-play" invisible="not x_closing_is_held"/>
</list>`,
  }),
  defineView({
    id: 'closing_search',
    model,
    type: 'search',
    priority: 40,
    arch: `
<search string="Closing Soon">
  <field name="x_name" string="Ticket" filter_domain="['|', ('x_name', 'ilike', self), ('x_ticket_ref', 'ilike', self)]"/>
  <field name="x_partner_id" operator="child_of"/>
  <field name="x_user_id"/>
  <field name="x_team_id"/>
  <filter string="My Tickets" name="mine" domain="[('x_user_id', '=', uid)]"/>
  <filter string="My Teams" name="my_teams" domain="[('x_team_id.x_member_ids', 'in', uid)]"/>
  <separator/>
  <filter string="Closes Tomorrow" name="tomorrow" domain="[('x_closes_at', '&lt;', ${END_OF_TOMORROW})]"/>
  <filter string="Closes Within a Week" name="week" domain="[('x_closes_at', '&lt;', ${END_OF_WEEK})]"/>
  <separator/>
  <filter string="Held" name="held" domain="[('x_closing_is_held', '=', True)]"/>
  <filter string="Not Held" name="not_held" domain="[('x_closing_is_held', '=', False)]"/>
  <group string="Group By">
    <filter string="Closes" name="group_closes" context="{'group_by': 'x_closes_at:day'}"/>
    <filter string="Assigned to" name="group_user" context="{'group_by': 'x_user_id'}"/>
    <filter string="Team" name="group_team" context="{'group_by': 'x_team_id'}"/>
  </group>
</search>`,
  }),
  defineView({
    id: 'ticket_form_closing',
    model,
    type: 'form',
    inherits: 'ticket_form',
    arch: `
<data>
  <xpath expr="//field[@name='x_closed_at']" position="before">
    <label for="x_closes_at" invisible="not x_closes_at"/>
    <div class="d-flex align-items-center gap-2" invisible="not x_closes_at">
      <field name="x_closes_at" class="oe_inline" ${CLOSES}/>
      <span class="badge text-bg-warning" invisible="not x_closing_is_held">Held</span>
      <button name="__supportdesk__.action_closing_hold" type="action" string="Hold" class="btn-link p-0" invisible="x_closing_is_held"/>
      <button name="__supportdesk__.action_closing_let_go" type="action" string="Let It Close" class="btn-link p-0" invisible="not x_closing_is_held"/>
    </div>
    <field name="x_chased_at" ${NO_SECONDS} invisible="not x_closes_at or not x_chased_at"/>
    <field name="x_closing_is_held" invisible="1"/>
  </xpath>
  <xpath expr="//field[@name='x_rating']" position="after">
    <label for="x_rating_ask" invisible="not x_rating_ask"/>
    <div class="d-flex flex-wrap gap-2" invisible="not x_rating_ask">
      <field name="x_rating_ask" class="w-auto"/>
      <field name="x_rating_asked_at" class="w-auto text-muted" ${NO_SECONDS} invisible="not x_rating_asked_at"/>
    </div>
  </xpath>
</data>`,
  }),
  defineView({
    id: 'ticket_list_closing',
    model,
    type: 'list',
    inherits: 'ticket_list',
    arch: `
<xpath expr="//field[@name='x_closed_at']" position="before">
  <field name="x_closes_at" ${CLOSES} optional="hide"/>
</xpath>`,
  }),
  defineView({
    id: 'ticket_kanban_closing',
    model,
    type: 'kanban',
    inherits: 'ticket_kanban',
    arch: `
<xpath expr="//footer" position="before">
  <div t-if="record.x_closes_at.raw_value" class="d-flex align-items-center gap-1 text-muted">
    <i class="fa fa-hourglass-end" title="Closes"/><field name="x_closes_at" ${CLOSES}/>
    <field name="x_closing_is_held" invisible="1"/>
    <span t-if="record.x_closing_is_held.raw_value" class="badge text-bg-warning">Held</span>
  </div>
</xpath>`,
  }),
  defineView({
    id: 'closing_rule_list',
    model: ClosingRule.name,
    type: 'list',
    arch: `
<list string="Closing" decoration-muted="not x_active">
  <field name="x_name" string="Team"/>
  <field name="x_chase_days" string="Chaser After (Days)" width="170px"/>
  <field name="x_close_days" string="Closes After (Days)" width="170px"/>
  <field name="x_notice" width="140px" optional="show"/>
  <field name="x_calendar_id" optional="hide"/>
  <field name="x_reopen_days" string="Reopens Within (Days)" width="190px"/>
  <field name="x_rating_share" string="Asks for a Rating (%)" width="190px"/>
  <field name="x_active" column_invisible="1"/>
</list>`,
  }),
  defineView({
    id: 'closing_rule_form',
    model: ClosingRule.name,
    type: 'form',
    arch: `
<form string="Closing">
  <sheet>
    <widget name="web_ribbon" title="Archived" bg_color="text-bg-danger" invisible="x_active"/>
    <group>
      <field name="x_team_id" placeholder="All other teams" options="{'no_create': True}"/>
    </group>
    <group>
      <group string="While It Waits for the Customer">
        <label for="x_chase_days"/>
        <div><field name="x_chase_days" class="oe_inline"/> working days</div>
        <label for="x_close_days"/>
        <div><field name="x_close_days" class="oe_inline"/> working days</div>
        <field name="x_notice" invisible="not x_close_days"/>
        <field name="x_calendar_id" placeholder="The company’s" options="{'no_create': True}"/>
        <field name="x_since" ${NO_SECONDS} invisible="not x_since"/>
      </group>
      <group string="How It Went">
        <label for="x_rating_share"/>
        <div><field name="x_rating_share" class="oe_inline"/> % of closed tickets</div>
        <label for="x_rating_delay" invisible="not x_rating_share"/>
        <div invisible="not x_rating_share"><field name="x_rating_delay" class="oe_inline"/> hours</div>
        <label for="x_rating_pause" invisible="not x_rating_share"/>
        <div invisible="not x_rating_share"><field name="x_rating_pause" class="oe_inline"/> days</div>
        <field name="x_rating_since" ${NO_SECONDS} invisible="not x_rating_since"/>
      </group>
      <group string="When the Customer Comes Back">
        <label for="x_reopen_days"/>
        <div><field name="x_reopen_days" class="oe_inline"/> days</div>
      </group>
    </group>
    <div class="alert alert-warning" role="status" invisible="not x_close_days or not x_chase_days or x_chase_days &lt; x_close_days">
      The chaser comes no sooner than the end, so there is none.
    </div>
    <field name="x_active" invisible="1"/>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'closing_rule_search',
    model: ClosingRule.name,
    type: 'search',
    arch: `
<search string="Closing">
  <field name="x_team_id"/>
  <filter string="Archived" name="archived" domain="[('x_active', '=', False)]"/>
</search>`,
  }),
];
