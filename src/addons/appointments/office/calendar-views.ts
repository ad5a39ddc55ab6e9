import { defineView } from '../../../schema/index.ts';
import { Appointment } from '../models.ts';
import { STATUS_DECORATIONS, TO_COME } from './marks.ts';

const model = Appointment.name;

/** Where dragging moves an appointment: in time, and on the board from status to status. Odoo's checks hold for both. */
export const calendarViews = [
  defineView({
    id: 'appointment_calendar',
    model,
    type: 'calendar',
    // With an end Odoo asks for the days it shows; by a length alone it would read all that ever was. Half an hour has room
    // for one line: where it stands says when, so the line says who.
    arch: `
<calendar string="Appointments" date_start="x_scheduled_date" date_stop="x_end_datetime" date_delay="x_duration" color="x_color"
          create_name_field="x_title" mode="week" event_limit="6" hide_time="1" quick_create="0" event_open_popup="1" delete="0">
  <field name="x_scheduled_date" options="{'icon': 'fa fa-clock-o', 'show_seconds': False}"/>
  <field name="x_reference" options="{'icon': 'fa fa-hashtag'}"/>
  <field name="x_type_id" options="{'icon': 'fa fa-wrench'}"/>
  <field name="x_customer_id" options="{'icon': 'fa fa-user'}"/>
  <field name="x_customer_phone" widget="phone" options="{'icon': 'fa fa-phone'}" invisible="not x_customer_phone"/>
  <field name="x_place" options="{'icon': 'fa fa-map-marker'}"/>
  <field name="x_location" options="{'icon': 'fa fa-map-o'}" invisible="not x_location"/>
  <field name="x_ticket_reference" options="{'icon': 'fa fa-life-ring'}" invisible="not x_ticket_reference"/>
  <field name="x_technician_id" filters="1" avatar_field="avatar_128" widget="many2one_avatar_user" options="{'icon': 'fa fa-id-badge'}"/>
  <field name="x_status" filters="1" widget="badge" ${STATUS_DECORATIONS} options="{'icon': 'fa fa-flag'}"/>
</calendar>`,
  }),
  defineView({
    id: 'appointment_kanban',
    model,
    type: 'kanban',
    arch: `
<kanban default_group_by="x_status" default_order="x_scheduled_date, id" sample="1" group_create="0" quick_create="0"
        class="o_kanban_small_column" highlight_color="x_color">
  <field name="x_status"/>
  <field name="x_is_late"/>
  <field name="x_outside_rules"/>
  <field name="x_customer_answer"/>
  <progressbar field="activity_state" colors="{&quot;planned&quot;: &quot;success&quot;, &quot;today&quot;: &quot;warning&quot;, &quot;overdue&quot;: &quot;danger&quot;}"/>
  <templates>
    <t t-name="menu">
      <a role="menuitem" type="action" name="__supportdesk__.action_appointment_reschedule" class="dropdown-item" invisible="not (${TO_COME})">Reschedule</a>
      <a role="menuitem" type="action" name="__supportdesk__.action_appointment_cancel" class="dropdown-item" invisible="not (${TO_COME})">Cancel Appointment</a>
    </t>
    <t t-name="card">
      <div class="d-flex align-items-center gap-2 small text-muted pe-4">
        <field name="x_reference"/>
        <span t-if="record.x_is_late.raw_value" class="badge text-bg-danger">Late</span>
        <span t-if="record.x_customer_answer.raw_value == 'declined'" class="badge text-bg-danger">Declined</span>
        <span t-if="record.x_outside_rules.raw_value" class="badge text-bg-warning">Outside the Rules</span>
      </div>
      <field name="x_customer_id" class="fw-bold fs-5"/>
      <field name="x_type_id" class="text-muted"/>
      <div class="d-flex align-items-center gap-1">
        <i class="fa fa-clock-o text-muted" role="img" title="Begins"/>
        <field name="x_scheduled_date" options="{'show_seconds': False}"/>
      </div>
      <footer class="pt-1">
        <div class="d-flex align-items-center gap-2">
          <field name="x_priority" widget="priority"/>
          <field name="activity_ids" widget="kanban_activity"/>
        </div>
        <div class="d-flex align-items-center gap-2 ms-auto">
          <field name="x_place" class="text-muted small"/>
          <field name="x_technician_id" widget="many2one_avatar_user"/>
        </div>
      </footer>
    </t>
  </templates>
</kanban>`,
  }),
];
