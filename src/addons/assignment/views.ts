import { defineView } from '../../schema/index.ts';

/** Where there are categories. */
export const categoryViews = [
  defineView({
    id: 'team_form_assignment_category',
    model: 'x_support.team',
    type: 'form',
    inherits: 'team_form_assignment',
    arch: `
<xpath expr="//field[@name='x_assign_line_ids']/list/field[@name='x_skill_ids']" position="before">
  <field name="x_category_ids" widget="many2many_tags" options="{'no_create': True}"/>
</xpath>`,
  }),
];

export const views = [
  defineView({
    id: 'team_form_assignment',
    model: 'x_support.team',
    type: 'form',
    inherits: 'team_form',
    arch: `
<xpath expr="//sheet" position="inside">
  <notebook>
    <page string="Assignment" name="assignment">
      <group>
        <group>
          <field name="x_assign_by" widget="radio"/>
          <field name="x_assign_answerer"/>
        </group>
        <group invisible="not x_assign_by or x_assign_by == 'manual'">
          <field name="x_assign_fallback"/>
          <field name="x_assign_calendar_id" placeholder="Day and night" options="{'no_create': True}"/>
          <field name="x_assign_cap"/>
        </group>
      </group>
      <div invisible="not x_assign_by or x_assign_by == 'manual'">
        <separator string="What Members Take"/>
        <p class="text-muted">Members without a line here take tickets as everybody does.</p>
        <field name="x_assign_line_ids" nolabel="1">
          <list editable="bottom">
            <field name="x_user_id" widget="many2one_avatar_user" domain="[('id', 'in', parent.x_member_ids)]" options="{'no_create': True}"/>
            <field name="x_weight" width="80px"/>
            <field name="x_cap" width="100px"/>
            <field name="x_calendar_id" options="{'no_create': True}"/>
            <field name="x_skill_ids" widget="many2many_tags" options="{'color_field': 'x_color', 'no_create_edit': True}"/>
            <field name="x_away_until" width="110px"/>
          </list>
        </field>
      </div>
    </page>
    <page string="Trial" name="trial" invisible="not id or not x_assign_by or x_assign_by == 'manual'">
      <p class="text-muted">Who would have got the tickets that came in the last 30 days. Nothing is changed.</p>
      <button name="__supportdesk__.action_try_assignment" type="action" string="Try on Last Month" class="btn-secondary mb-3"/>
      <group invisible="not x_tried_at">
        <field name="x_tried_at" readonly="1"/>
      </group>
      <field name="x_trial_line_ids" readonly="1" nolabel="1" invisible="not x_tried_at">
        <list create="0" delete="0">
          <field name="x_name" string="Member"/>
          <field name="x_given" sum="Total" width="150px"/>
          <field name="x_share" widget="progressbar"/>
          <field name="x_most" width="170px"/>
          <field name="x_had" sum="Total" width="120px"/>
        </list>
      </field>
    </page>
  </notebook>
</xpath>`,
  }),
  defineView({
    id: 'team_list_assignment',
    model: 'x_support.team',
    type: 'list',
    inherits: 'team_list',
    arch: `
<xpath expr="//field[@name='x_member_ids']" position="after">
  <field name="x_assign_by" optional="show"/>
</xpath>`,
  }),
  defineView({
    id: 'ticket_form_reassign',
    model: 'x_support.ticket',
    type: 'form',
    inherits: 'ticket_form',
    arch: `
<xpath expr="//header/button[@name='__supportdesk__.action_ticket_to_done']" position="before">
  <button name="__supportdesk__.action_ticket_reassign" type="action" string="Reassign"
          invisible="not id or not x_user_id or x_state == 'done'"/>
</xpath>`,
  }),
  defineView({
    id: 'reassignment_form',
    model: 'x_support.reassignment',
    type: 'form',
    arch: `
<form string="Reassign">
  <sheet>
    <group>
      <field name="x_team_id" options="{'no_create': True}"/>
      <field name="x_user_id" widget="many2one_avatar_user" placeholder="Whoever is next in the team" required="not x_team_id" options="{'no_create': True}"/>
      <field name="x_name" placeholder="What the next one should know"/>
      <field name="x_ticket_ids" widget="many2many_tags" readonly="1" force_save="1"/>
    </group>
  </sheet>
  <footer>
    <button name="__supportdesk__.action_reassign" type="action" string="Reassign" class="btn-primary"/>
    <button string="Discard" class="btn-secondary" special="cancel"/>
  </footer>
</form>`,
  }),
];
