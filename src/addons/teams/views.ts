import { defineView } from '../../schema/index.ts';

export const views = [
  defineView({
    id: 'team_list',
    model: 'x_support.team',
    type: 'list',
    arch: `
<list string="Teams" decoration-muted="not x_active">
  <field name="x_name"/>
  <field name="x_leader_id" widget="many2one_avatar_user"/>
  <field name="x_member_ids" widget="many2many_avatar_user"/>
  <field name="x_is_public" widget="boolean_toggle"/>
  <field name="x_members_only" widget="boolean_toggle"/>
  <field name="x_company_id" groups="base.group_multi_company" optional="show"/>
  <field name="x_active" widget="boolean_toggle"/>
</list>`,
  }),
  defineView({
    id: 'team_form',
    model: 'x_support.team',
    type: 'form',
    arch: `
<form string="Team">
  <sheet>
    <widget name="web_ribbon" title="Archived" bg_color="text-bg-danger" invisible="x_active"/>
    <div class="oe_title">
      <h1><field name="x_name" placeholder="e.g. Second Level" options="{'line_breaks': False}" widget="text"/></h1>
    </div>
    <group>
      <group>
        <field name="x_leader_id" widget="many2one_avatar_user"/>
        <field name="x_member_ids" widget="many2many_tags_avatar"/>
      </group>
      <group name="face">
        <field name="x_is_public"/>
        <field name="x_members_only"/>
        <field name="x_company_id" groups="base.group_multi_company" options="{'no_create': True}"/>
        <field name="x_active" invisible="1"/>
      </group>
    </group>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'team_search',
    model: 'x_support.team',
    type: 'search',
    arch: `
<search string="Teams">
  <field name="x_name"/>
  <field name="x_member_ids"/>
  <filter string="My Teams" name="mine" domain="['|', ('x_leader_id', '=', uid), ('x_member_ids', 'in', uid)]"/>
  <separator/>
  <filter string="Archived" name="archived" domain="[('x_active', '=', False)]"/>
</search>`,
  }),
  defineView({
    id: 'tag_list',
    model: 'x_support.tag',
    type: 'list',
    arch: `
<list string="Tags" editable="bottom">
  <field name="x_name"/>
  <field name="x_color" widget="color_picker"/>
</list>`,
  }),
  defineView({
    id: 'ticket_list_team',
    model: 'x_support.ticket',
    type: 'list',
    inherits: 'ticket_list',
    arch: `
<data>
  <xpath expr="//field[@name='x_user_id']" position="before">
    <field name="x_team_id" optional="show" width="110px"/>
    <field name="x_company_id" groups="base.group_multi_company" optional="hide"/>
  </xpath>
  <xpath expr="//field[@name='x_priority']" position="before">
    <field name="x_tag_ids" widget="many2many_tags" options="{'color_field': 'x_color'}" optional="hide"/>
  </xpath>
</data>`,
  }),
  defineView({
    id: 'ticket_form_team',
    model: 'x_support.ticket',
    type: 'form',
    inherits: 'ticket_form',
    arch: `
<data>
  <xpath expr="//field[@name='x_user_id']" position="before">
    <field name="x_team_id" options="{'no_create': True}"/>
    <field name="x_company_id" groups="base.group_multi_company" invisible="not x_company_id"/>
  </xpath>
  <xpath expr="//field[@name='x_priority']" position="after">
    <field name="x_tag_ids" widget="many2many_tags" options="{'color_field': 'x_color', 'no_create_edit': True}"/>
  </xpath>
</data>`,
  }),
  defineView({
    id: 'ticket_kanban_tags',
    model: 'x_support.ticket',
    type: 'kanban',
    inherits: 'ticket_kanban',
    arch: `
<xpath expr="//footer" position="before">
  <span t-if="record.x_team_id.raw_value" class="text-muted"><i class="fa fa-users me-1" title="Team"/><field name="x_team_id"/></span>
  <field name="x_tag_ids" widget="many2many_tags" options="{'color_field': 'x_color'}"/>
</xpath>`,
  }),
  defineView({
    id: 'ticket_quick_create_team',
    model: 'x_support.ticket',
    type: 'form',
    inherits: 'ticket_quick_create',
    arch: `
<xpath expr="//field[@name='x_user_id']" position="before">
  <field name="x_team_id" options="{'no_create': True}"/>
</xpath>`,
  }),
  defineView({
    id: 'ticket_search_team',
    model: 'x_support.ticket',
    type: 'search',
    inherits: 'ticket_search',
    arch: `
<data>
  <xpath expr="//field[@name='x_user_id']" position="after">
    <field name="x_team_id"/>
    <field name="x_tag_ids"/>
  </xpath>
  <xpath expr="//filter[@name='unassigned']" position="after">
    <filter string="My Teams" name="my_teams" domain="[('x_team_id.x_member_ids', 'in', uid)]"/>
  </xpath>
  <xpath expr="//filter[@name='group_user']" position="before">
    <filter string="Company" name="group_company" groups="base.group_multi_company" context="{'group_by': 'x_company_id'}"/>
    <filter string="Team" name="group_team" context="{'group_by': 'x_team_id'}"/>
    <filter string="Tags" name="group_tag" context="{'group_by': 'x_tag_ids'}"/>
  </xpath>
</data>`,
  }),
];
