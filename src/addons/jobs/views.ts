import { SupportJob } from '../../jobs/job-model.ts';
import { defineView } from '../../schema/index.ts';

const model = SupportJob.name;
const badge = `widget="badge" decoration-info="x_result == 'running'" decoration-success="x_result == 'done'"
         decoration-danger="x_result == 'failed'" decoration-warning="x_result == 'interrupted'"`;

export const views = [
  defineView({
    id: 'job_list',
    model,
    type: 'list',
    arch: `
<list string="Jobs" create="0" edit="0" delete="0" decoration-danger="x_result == 'failed'">
  <field name="x_name"/>
  <field name="x_schedule" optional="show"/>
  <field name="x_last_run_at"/>
  <field name="x_result" ${badge}/>
  <field name="x_duration" widget="float_time" options="{'displaySeconds': True}" optional="show"/>
  <field name="x_failures" optional="hide"/>
  <field name="x_next_at"/>
  <field name="x_holder" optional="hide"/>
</list>`,
  }),
  defineView({
    id: 'job_form',
    model,
    type: 'form',
    arch: `
<form string="Job" create="0" edit="0" delete="0">
  <sheet>
    <div class="oe_title"><h1><field name="x_name"/></h1></div>
    <group>
      <group>
        <field name="x_schedule"/>
        <field name="x_last_run_at"/>
        <field name="x_result" ${badge} invisible="not x_result"/>
        <field name="x_duration" widget="float_time" options="{'displaySeconds': True}"/>
        <field name="x_next_at"/>
      </group>
      <group>
        <field name="x_failures"/>
        <field name="x_covered_at"/>
        <field name="x_cursor" invisible="not x_cursor" groups="base.group_no_one"/>
        <field name="x_holder" invisible="not x_holder"/>
        <field name="x_until" invisible="not x_until"/>
      </group>
    </group>
    <separator string="Error" invisible="not x_error"/>
    <field name="x_error" nolabel="1" invisible="not x_error"/>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'job_search',
    model,
    type: 'search',
    arch: `
<search string="Jobs">
  <field name="x_name"/>
  <filter string="Failed" name="failed" domain="[('x_result', '=', 'failed')]"/>
  <filter string="Running" name="running" domain="[('x_result', '=', 'running')]"/>
</search>`,
  }),
];
