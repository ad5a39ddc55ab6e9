import { defineView } from '../../schema/index.ts';

export const sourceViews = [
  defineView({
    id: 'import_source_list',
    model: 'x_support.import_source',
    type: 'list',
    arch: `
<list string="Import Sources" create="0" decoration-muted="not x_active" decoration-danger="x_failures">
  <field name="x_name"/>
  <field name="x_url"/>
  <field name="x_last_success_at"/>
  <field name="x_run_mode" optional="hide"/>
  <field name="x_refusals" optional="show" decoration-warning="x_refusals"/>
  <field name="x_run_state" widget="badge" decoration-info="x_run_state in ['requested', 'running']"
         decoration-success="x_run_state == 'done'" decoration-danger="x_run_state == 'failed'"
         decoration-warning="x_run_state == 'interrupted'"/>
  <field name="x_failures" optional="hide"/>
  <field name="x_active" widget="boolean_toggle"/>
</list>`,
  }),
  defineView({
    id: 'import_source_form',
    model: 'x_support.import_source',
    type: 'form',
    arch: `
<form string="Import Source" create="0" duplicate="0">
  <header>
    <button name="__supportdesk__.action_request_test" type="action" string="Test"/>
    <button name="__supportdesk__.action_request_dry" type="action" string="Dry Run"/>
    <button name="__supportdesk__.action_request_import" type="action" string="Run Import" class="btn-primary"
            invisible="not x_active"/>
    <button name="__supportdesk__.action_request_full" type="action" string="Full Import" invisible="not x_active"
            confirm="Reads and compares every ticket in the source, which takes a while. Nothing is imported twice."/>
  </header>
  <sheet>
    <widget name="web_ribbon" title="Switched off" bg_color="text-bg-warning" invisible="x_active"/>
    <div class="alert alert-info mb-3" role="alert" invisible="x_run_id or x_cursor">
      Nothing has been imported yet. Test and Dry Run change nothing. Run Import makes a start; after that, the schedule takes over.
    </div>
    <div class="alert alert-danger mb-3" role="alert" invisible="not x_failures">
      <strong>The last import failed.</strong>
      <field name="x_last_result" nolabel="1"/>
    </div>
    <div class="alert alert-warning mb-3" role="alert" invisible="not x_problem">
      <field name="x_problem" nolabel="1"/>
    </div>
    <div class="oe_button_box" name="button_box">
      <button name="__supportdesk__.action_import_source_refusals" type="action" class="oe_stat_button"
              icon="fa-exclamation-triangle" invisible="not x_refusals">
        <field name="x_refusals" widget="statinfo"/>
      </button>
    </div>
    <div class="oe_title">
      <h1><field name="x_name" placeholder="Name" options="{'line_breaks': False}" widget="text"/></h1>
    </div>
    <group>
      <group string="Source">
        <field name="x_url"/>
        <field name="x_key"/>
      </group>
      <group string="Schedule">
        <field name="x_active" widget="boolean_toggle"/>
        <field name="x_interval" readonly="x_cron"/>
        <field name="x_cron" placeholder="instead of the interval"/>
        <field name="x_alert_after"/>
      </group>
      <group string="So far" invisible="not x_run_id">
        <field name="x_last_run_at"/>
        <field name="x_last_success_at"/>
        <field name="x_cursor" groups="base.group_no_one"/>
      </group>
      <group string="Latest Run" invisible="not x_run_id">
        <field name="x_run_id" string="Run"/>
        <field name="x_run_mode"/>
        <field name="x_run_state" widget="badge" decoration-info="x_run_state in ['requested', 'running']"
               decoration-success="x_run_state == 'done'" decoration-danger="x_run_state == 'failed'"
               decoration-warning="x_run_state == 'interrupted'"/>
        <field name="x_failures" invisible="not x_failures"/>
      </group>
    </group>
    <notebook>
      <page string="Runs" name="runs" invisible="not x_run_id">
        <field name="x_run_ids" nolabel="1" readonly="1">
          <list limit="20" create="0" delete="0" default_order="id desc"
                decoration-danger="x_state == 'failed'" decoration-warning="x_state == 'interrupted' or x_refused">
            <field name="x_started_at"/>
            <field name="x_mode"/>
            <field name="x_trigger"/>
            <field name="x_state"/>
            <field name="x_duration" widget="float_time" options="{'displaySeconds': True}"/>
            <field name="x_read"/>
            <field name="x_created"/>
            <field name="x_updated"/>
            <field name="x_refused"/>
          </list>
        </field>
      </page>
      <page string="Rules" name="rules">
        <group>
          <field name="x_match"/>
          <field name="x_winners" class="font-monospace" placeholder="x_priority: odoo"/>
        </group>
      </page>
    </notebook>
  </sheet>
  <chatter/>
</form>`,
  }),
];
