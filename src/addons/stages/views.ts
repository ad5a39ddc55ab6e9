import { defineView } from '../../schema/index.ts';
import { Stage } from './models.ts';

const model = Stage.name;

export const stageViews = [
  defineView({
    id: 'stage_list',
    model,
    type: 'list',
    arch: `
<list string="Stages" editable="bottom" decoration-muted="not x_active">
  <field name="x_sequence" widget="handle"/>
  <field name="x_name"/>
  <field name="x_meaning"/>
  <field name="x_team_ids" widget="many2many_tags" options="{'no_create': True}" placeholder="All teams"/>
  <field name="x_asks"/>
  <field name="x_stops_clock" widget="boolean_toggle"/>
  <field name="x_waits_elsewhere" widget="boolean_toggle" invisible="x_meaning != 'waiting'" optional="show"/>
  <field name="x_ends_unasked" widget="boolean_toggle" invisible="x_meaning != 'done'" optional="show"/>
  <field name="x_mail_template_id" options="{'no_create': True}" optional="show"/>
  <field name="x_active" widget="boolean_toggle"/>
</list>`,
  }),
  defineView({
    id: 'stage_search',
    model,
    type: 'search',
    arch: `
<search string="Stages">
  <field name="x_name"/>
  <field name="x_team_ids"/>
  <filter string="Archived" name="archived" domain="[('x_active', '=', False)]"/>
  <group string="Group By">
    <filter string="Meaning" name="group_meaning" context="{'group_by': 'x_meaning'}"/>
  </group>
</search>`,
  }),
];
