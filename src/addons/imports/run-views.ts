import { defineView } from '../../schema/index.ts';

export const runViews = [
  defineView({
    id: 'import_run_list',
    model: 'x_support.import_run',
    type: 'list',
    // No totals: a dry run counts what an import would do, and the import that follows counts it again.
    arch: `
<list string="Import Runs" create="0" decoration-danger="x_state == 'failed'"
      decoration-warning="x_state == 'interrupted' or x_refused" decoration-muted="x_mode in ['dry', 'test']">
  <field name="x_name"/>
  <field name="x_started_at"/>
  <field name="x_mode"/>
  <field name="x_trigger" optional="show"/>
  <field name="x_user_id" widget="many2one_avatar_user" optional="hide"/>
  <field name="x_state" widget="badge" decoration-info="x_state in ['requested', 'running']"
         decoration-success="x_state == 'done'" decoration-danger="x_state == 'failed'"
         decoration-warning="x_state == 'interrupted'"/>
  <field name="x_duration" widget="float_time" options="{'displaySeconds': True}"/>
  <field name="x_read"/>
  <field name="x_created"/>
  <field name="x_updated"/>
  <field name="x_unchanged" optional="hide"/>
  <field name="x_messages" optional="show"/>
  <field name="x_refused"/>
</list>`,
  }),
  defineView({
    id: 'import_run_form',
    model: 'x_support.import_run',
    type: 'form',
    arch: `
<form string="Import Run" create="0" edit="0">
  <header>
    <button name="__supportdesk__.action_import_refresh" type="action" string="Refresh" class="btn-primary"
            invisible="x_state not in ['requested', 'running']"/>
    <field name="x_state" widget="statusbar" statusbar_visible="requested,running,done"/>
  </header>
  <div class="alert alert-warning text-center mb-0" role="alert"
       invisible="x_state != 'requested' or x_requested_at &gt; (datetime.datetime.now() - datetime.timedelta(minutes=1)).to_utc().strftime('%Y-%m-%d %H:%M:%S')">
    No service has picked up this request. Is it running, and do its settings name this source?
  </div>
  <sheet>
    <div class="oe_button_box" name="button_box">
      <button name="__supportdesk__.action_import_run_tickets" type="action" class="oe_stat_button" icon="fa-ticket"
              string="Tickets" invisible="x_mode in ['dry', 'test']"/>
      <button name="__supportdesk__.action_import_run_refusals" type="action" class="oe_stat_button"
              icon="fa-exclamation-triangle" invisible="not x_refused or x_mode == 'dry'">
        <field name="x_refused" widget="statinfo"/>
      </button>
    </div>
    <div class="alert alert-info" role="alert" invisible="x_mode != 'dry' or x_state != 'done'">
      Nothing was written: this is what an import would do.
    </div>
    <div class="oe_title"><h1><field name="x_name"/></h1></div>
    <group>
      <group>
        <field name="x_source_id"/>
        <field name="x_mode"/>
        <field name="x_trigger"/>
        <field name="x_user_id" widget="many2one_avatar_user" invisible="not x_user_id"/>
        <field name="x_requested_at" invisible="not x_requested_at"/>
        <field name="x_started_at" invisible="not x_started_at"/>
        <field name="x_finished_at" invisible="not x_finished_at"/>
        <field name="x_duration" widget="float_time" options="{'displaySeconds': True}" invisible="not x_finished_at"/>
      </group>
      <group invisible="x_mode == 'test' or not x_started_at">
        <field name="x_total" invisible="1"/>
        <field name="x_read" widget="progressbar" options="{'max_value': 'x_total'}" invisible="x_state != 'running' or not x_total"/>
        <field name="x_read" invisible="x_state == 'running' and x_total"/>
        <field name="x_created"/>
        <field name="x_updated"/>
        <field name="x_unchanged"/>
        <field name="x_messages"/>
        <field name="x_refused" decoration-danger="x_refused"/>
      </group>
    </group>
    <separator string="Report" invisible="not x_log"/>
    <field name="x_log" nolabel="1" invisible="not x_log"/>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'import_run_search',
    model: 'x_support.import_run',
    type: 'search',
    arch: `
<search string="Import Runs">
  <field name="x_source_id"/>
  <field name="x_log"/>
  <filter string="Failed" name="failed" domain="[('x_state', 'in', ['failed', 'interrupted'])]"/>
  <filter string="With Refusals" name="refused" domain="[('x_refused', '&gt;', 0)]"/>
  <separator/>
  <filter string="Started" name="started" date="x_started_at"/>
  <group string="Group By">
    <filter string="Source" name="group_source" context="{'group_by': 'x_source_id'}"/>
    <filter string="Status" name="group_state" context="{'group_by': 'x_state'}"/>
    <filter string="Mode" name="group_mode" context="{'group_by': 'x_mode'}"/>
  </group>
</search>`,
  }),
];
