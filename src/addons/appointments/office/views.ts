import { defineView } from '../../../schema/index.ts';
import { Appointment } from '../models.ts';
import { STANDS, STATUS_DECORATIONS, STATUS_FILTERS, TO_COME, TO_COME_DOMAIN } from './marks.ts';

const model = Appointment.name;
const EMPLOYEES = `domain="[('share', '=', False)]"`;
const MIDNIGHT = (days: string) =>
  `datetime.datetime.combine(context_today()${days}, datetime.time(0, 0, 0)).to_utc().strftime('%Y-%m-%d %H:%M:%S')`;
/** Made by a click on a time of the calendar: whose, what for, when and by whom is asked, and nothing else. */
const QUICK = "not id and context.get('default_x_scheduled_date')";
const NOW = "datetime.datetime.now().to_utc().strftime('%Y-%m-%d %H:%M:%S')";
/** From one midnight of whoever looks to another. */
const between = (from: string, to: string) =>
  `[('x_scheduled_date', '&gt;=', ${MIDNIGHT(from)}), ('x_scheduled_date', '&lt;', ${MIDNIGHT(to)})]`;
const MONDAY = ' + relativedelta(days=-context_today().weekday())';
const NEXT_MONDAY = ' + relativedelta(days=7-context_today().weekday())';
const WEEK_AFTER = ' + relativedelta(days=14-context_today().weekday())';

export const appointmentViews = [
  defineView({
    id: 'appointment_list',
    model,
    type: 'list',
    arch: `
<list string="Appointments" sample="1" default_order="x_scheduled_date, id" decoration-muted="x_status == 'cancelled'">
  <header>
    <button name="__supportdesk__.action_appointment_confirm" type="action" string="Confirm"/>
    <button name="__supportdesk__.action_appointment_complete" type="action" string="Complete"/>
  </header>
  <field name="x_reference" readonly="1" width="100px"/>
  <field name="x_scheduled_date" width="140px" options="{'show_seconds': False}" decoration-danger="x_is_late" decoration-bf="x_is_late"/>
  <field name="x_customer_id"/>
  <field name="x_type_id" optional="show"/>
  <field name="x_duration" widget="float_time" width="80px" optional="show"/>
  <field name="x_technician_id" widget="many2one_avatar_user" ${EMPLOYEES} optional="show"/>
  <field name="x_place" optional="hide"/>
  <field name="x_zone_id" optional="hide"/>
  <field name="x_ticket_id" optional="hide"/>
  <field name="x_priority" widget="priority" width="80px" optional="hide"/>
  <field name="x_created_via" optional="hide"/>
  <field name="x_customer_answer" optional="hide"/>
  <field name="x_outside_rules" optional="hide"/>
  <field name="activity_ids" string="Activities" widget="list_activity" width="100px" optional="show"/>
  <field name="x_status" widget="badge" width="115px" ${STATUS_DECORATIONS}/>
  <field name="x_is_late" column_invisible="1"/>
</list>`,
  }),
  defineView({
    id: 'appointment_form',
    model,
    type: 'form',
    arch: `
<form string="Appointment">
  <header>
    <button name="__supportdesk__.action_appointment_confirm" type="action" string="Confirm" class="btn-primary"
            invisible="not id or x_status != 'draft'"/>
    <button name="__supportdesk__.action_appointment_start" type="action" string="Start" class="btn-primary"
            invisible="not id or x_status != 'confirmed'"/>
    <button name="__supportdesk__.action_appointment_complete" type="action" string="Complete" class="btn-primary"
            invisible="not id or x_status != 'in_progress'"/>
    <button name="__supportdesk__.action_appointment_complete" type="action" string="Complete"
            invisible="not id or x_status != 'confirmed'"/>
    <button name="__supportdesk__.action_appointment_reschedule" type="action" string="Reschedule"
            invisible="not id or not (${TO_COME})"/>
    <button name="__supportdesk__.action_appointment_cancel" type="action" string="Cancel Appointment"
            invisible="not id or not (${STANDS})"/>
    <field name="x_status" widget="statusbar" statusbar_visible="draft,confirmed,in_progress,completed"/>
  </header>
  <sheet>
    <div name="button_box" class="oe_button_box">
      <button name="__supportdesk__.action_appointment_ticket" type="action" class="oe_stat_button" icon="fa-life-ring" invisible="not x_ticket_id">
        <div class="o_field_widget o_stat_info">
          <span class="o_stat_text">Ticket</span>
          <field name="x_ticket_reference" class="o_stat_value" readonly="1"/>
        </div>
      </button>
      <button name="__supportdesk__.action_appointment_event" type="action" class="oe_stat_button" icon="fa-calendar" invisible="not x_event_id">
        <div class="o_stat_info"><span class="o_stat_text">Calendar Event</span></div>
      </button>
    </div>
    <widget name="web_ribbon" title="Archived" bg_color="text-bg-secondary" invisible="x_active"/>
    <div class="oe_title">
      <div class="d-flex align-items-center gap-2">
        <span class="text-muted"><field name="x_reference" readonly="1"/></span>
        <span class="badge text-bg-danger" invisible="not x_is_late">Late</span>
        <span class="badge text-bg-danger" invisible="not x_is_no_show">Nobody Was There</span>
        <span class="badge text-bg-warning" invisible="not x_outside_rules">Outside the Rules</span>
      </div>
      <h1 class="lh-base"><field name="x_customer_id" placeholder="Which customer?" required="1" options="{'no_quick_create': True}"/></h1>
    </div>
    <group>
      <group>
        <field name="x_type_id" required="1" options="{'no_create': True}"/>
        <field name="x_scheduled_date" required="1" readonly="not (${TO_COME})" options="{'show_seconds': False}"/>
        <label for="x_duration"/>
        <div class="d-flex align-items-baseline gap-2">
          <field name="x_duration" widget="float_time" class="oe_inline" placeholder="The type’s"/>
          <span invisible="not x_end_datetime" class="d-flex align-items-baseline gap-1 text-muted">until <field name="x_end_datetime" readonly="1" options="{'show_seconds': False}"/></span>
        </div>
        <field name="x_technician_id" widget="many2one_avatar_user" ${EMPLOYEES} options="{'no_create': True}"/>
        <field name="x_priority" widget="priority" invisible="${QUICK}"/>
      </group>
      <group invisible="${QUICK}">
        <field name="x_place" placeholder="The type’s"/>
        <field name="x_location" invisible="x_place != 'site'" options="{'placeholder_field': 'x_customer_address'}"/>
        <field name="x_online_url" widget="url" invisible="x_place != 'online'" placeholder="The type’s"/>
        <field name="x_zone_id" invisible="not x_zone_id"/>
        <field name="x_customer_phone" widget="phone" readonly="1" invisible="not x_customer_phone"/>
        <field name="x_ticket_id" placeholder="Made with the appointment" readonly="id and x_ticket_id"
               domain="[('x_partner_id', 'child_of', x_customer_id)]" options="{'no_create': True}"/>
        <field name="x_customer_answer" invisible="not x_customer_answer"/>
        <field name="x_customer_address" invisible="1"/>
        <field name="x_is_late" invisible="1"/>
        <field name="x_event_id" invisible="1"/>
        <field name="x_active" invisible="1"/>
      </group>
    </group>
    <group invisible="x_status != 'cancelled'">
      <group>
        <field name="x_cancel_reason"/>
        <field name="x_cancel_note" invisible="not x_cancel_note"/>
      </group>
      <group>
        <field name="x_cancelled_at" readonly="1" invisible="not x_cancelled_at"/>
        <field name="x_replaced_by_id" invisible="not x_replaced_by_id"/>
      </group>
    </group>
    <notebook>
      <page string="What It Is About" name="description">
        <field name="x_description" placeholder="What is to be done, what to bring, whom to ask for …"/>
      </page>
      <page string="Report" name="report" invisible="x_status in ['draft', 'cancelled'] and not x_report">
        <field name="x_report" placeholder="What was done; the customer reads it."/>
        <group>
          <field name="x_is_no_show"/>
        </group>
      </page>
      <page string="Mails and Rules" name="more" invisible="${QUICK}">
        <group>
          <group string="Mails">
            <field name="x_send_confirmation_email"/>
            <field name="x_send_reminder_email"/>
            <field name="x_confirmation_sent" invisible="not x_confirmation_sent"/>
            <field name="x_reminder_sent" invisible="not x_reminder_sent"/>
          </group>
          <group string="How It Came About">
            <field name="x_outside_rules" readonly="not (${STANDS})"/>
            <field name="x_created_via"/>
            <field name="x_team_id" invisible="not x_team_id"/>
            <field name="x_confirmed_at" invisible="not x_confirmed_at"/>
            <field name="x_started_at" invisible="not x_started_at"/>
            <field name="x_completed_at" invisible="not x_completed_at"/>
          </group>
        </group>
      </page>
    </notebook>
  </sheet>
  <chatter/>
</form>`,
  }),
  defineView({
    id: 'appointment_search',
    model,
    type: 'search',
    arch: `
<search string="Appointments">
  <field name="x_name" string="Appointment" filter_domain="['|', ('x_name', 'ilike', self), ('x_ticket_id.x_ticket_ref', 'ilike', self)]"/>
  <field name="x_customer_id" operator="child_of"/>
  <field name="x_technician_id"/>
  <field name="x_type_id"/>
  <field name="x_ticket_id"/>
  <field name="x_zone_id"/>
  <filter string="My Appointments" name="mine" domain="[('x_technician_id', '=', uid)]"/>
  <filter string="Nobody Has It" name="nobody" domain="[('x_technician_id', '=', False)]"/>
  <separator/>
  <filter string="Today" name="today" domain="${between('', ' + relativedelta(days=1)')}"/>
  <filter string="This Week" name="week" domain="${between(MONDAY, NEXT_MONDAY)}"/>
  <filter string="Next Week" name="next_week" domain="${between(NEXT_MONDAY, WEEK_AFTER)}"/>
  <filter string="Late" name="late"
          domain="['|', '&amp;', ${TO_COME_DOMAIN}, ('x_scheduled_date', '&lt;', ${NOW}), '&amp;', ('x_status', '=', 'in_progress'), ('x_end_datetime', '&lt;', ${NOW})]"/>
  <separator/>
  <filter string="Not Cancelled" name="standing" domain="[('x_status', '!=', 'cancelled')]"/>
  ${STATUS_FILTERS}
  <separator/>
  <filter string="Declined by the Customer" name="declined" domain="[('x_customer_answer', '=', 'declined')]"/>
  <filter string="Nobody Was There" name="no_show" domain="[('x_is_no_show', '=', True)]"/>
  <filter string="Outside the Rules" name="outside" domain="[('x_outside_rules', '=', True)]"/>
  <separator/>
  <filter string="Begins" name="begins" date="x_scheduled_date"/>
  <separator/>
  <filter string="Late Activities" name="activities_overdue" domain="[('my_activity_date_deadline', '&lt;', context_today().strftime('%Y-%m-%d'))]"/>
  <filter string="Archived" name="archived" domain="[('x_active', '=', False)]"/>
  <group string="Group By">
    <filter string="Status" name="group_status" context="{'group_by': 'x_status'}"/>
    <filter string="Technician" name="group_technician" context="{'group_by': 'x_technician_id'}"/>
    <filter string="Type" name="group_type" context="{'group_by': 'x_type_id'}"/>
    <filter string="Customer" name="group_customer" context="{'group_by': 'x_customer_id'}"/>
    <filter string="Zone" name="group_zone" context="{'group_by': 'x_zone_id'}"/>
    <filter string="Made By" name="group_via" context="{'group_by': 'x_created_via'}"/>
    <filter string="Why Cancelled" name="group_reason" context="{'group_by': 'x_cancel_reason'}"/>
    <filter string="Begins" name="group_begins" context="{'group_by': 'x_scheduled_date:day'}"/>
  </group>
</search>`,
  }),
  defineView({
    id: 'appointment_activity',
    model,
    type: 'activity',
    arch: `
<activity string="Appointments">
  <field name="x_technician_id"/>
  <templates>
    <div t-name="activity-box">
      <field name="x_technician_id" widget="many2one_avatar_user"/>
      <div class="flex-grow-1 d-block">
        <field name="x_name" display="full" class="o_text_block o_text_bold"/>
        <field name="x_scheduled_date" muted="1" display="full" class="o_text_block"/>
      </div>
    </div>
  </templates>
</activity>`,
  }),
];
