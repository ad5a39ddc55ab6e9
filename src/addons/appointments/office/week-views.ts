import { defineAction, defineMenu, defineView } from '../../../schema/index.ts';
import { AppointmentWeek } from './upkeep.ts';

const model = AppointmentWeek.name;

/** How it went, week by week; each line opens the appointments that it counts. */
export const weekViews = [
  defineView({
    id: 'appointment_week_list',
    model,
    type: 'list',
    arch: `
<list string="Weekly Figures" create="0" edit="0" delete="0" action="__supportdesk__.action_appointment_week" type="action">
  <header>
    <button name="__supportdesk__.action_appointments_to_dashboard" type="action" string="Put on My Dashboard" display="always"/>
  </header>
  <field name="x_name" width="110px"/>
  <field name="x_day" width="120px"/>
  <field name="x_agreed" sum="Total" width="120px"/>
  <field name="x_completed" sum="Total" width="110px"/>
  <field name="x_completion" widget="progressbar" width="190px"/>
  <field name="x_no_shows" sum="Total" width="150px" decoration-danger="x_no_shows &gt; 0"/>
  <field name="x_cancelled" sum="Total" width="120px"/>
  <field name="x_hours" widget="float_time" sum="Total" width="80px"/>
  <field name="x_lead_days" digits="[16, 1]" width="130px"/>
  <button name="__supportdesk__.action_appointment_week" type="action" string="Appointments" icon="fa-list"/>
</list>`,
  }),
  defineView({
    id: 'appointment_week_graph',
    model,
    type: 'graph',
    arch: `
<graph string="Weekly Figures" type="bar" stacked="0">
  <field name="x_day" interval="week"/>
  <field name="x_agreed" type="measure"/>
</graph>`,
  }),
  defineView({
    id: 'appointment_week_pivot',
    model,
    type: 'pivot',
    arch: `
<pivot string="Weekly Figures">
  <field name="x_day" interval="month" type="row"/>
  <field name="x_agreed" type="measure"/>
  <field name="x_completed" type="measure"/>
  <field name="x_no_shows" type="measure"/>
  <field name="x_cancelled" type="measure"/>
  <field name="x_hours" type="measure" widget="float_time"/>
</pivot>`,
  }),
  defineView({
    id: 'appointment_week_search',
    model,
    type: 'search',
    arch: `
<search string="Weekly Figures">
  <field name="x_name"/>
  <filter string="Monday" name="day" date="x_day"/>
  <filter string="With No-Shows" name="no_shows" domain="[('x_no_shows', '&gt;', 0)]"/>
</search>`,
  }),
];

export const weekActions = [
  defineAction({
    id: 'action_appointment_weeks',
    label: 'Weekly Figures',
    path: 'support-appointment-weeks',
    model,
    views: ['list', 'graph', 'pivot'],
    search: 'appointment_week_search',
    help: '<p class="o_view_nocontent_smiling_face">No week is counted yet</p><p>Once a day the last eight weeks are counted: what was agreed and completed, where nobody was there, and how far ahead it was booked.</p>',
  }),
];

export const weekMenus = [
  defineMenu({
    id: 'menu_appointment_weeks',
    label: 'Weekly Figures',
    parent: 'menu_appointments',
    action: 'action_appointment_weeks',
    sequence: 40,
  }),
];
