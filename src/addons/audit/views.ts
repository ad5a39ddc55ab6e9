import { defineView } from '../../schema/index.ts';
import { AUDIT } from './models.ts';

const WHAT = `widget="badge" decoration-success="x_what == 'created'" decoration-danger="x_what == 'deleted'" decoration-info="x_what == 'changed'"`;

export const views = [
  defineView({
    id: 'audit_list',
    model: AUDIT,
    type: 'list',
    arch: `
<list string="Audit" create="0" edit="0" delete="0">
  <field name="x_at"/>
  <field name="x_user_id" widget="many2one_avatar_user"/>
  <field name="x_by" optional="show"/>
  <field name="x_kind"/>
  <field name="x_name"/>
  <field name="x_what" ${WHAT}/>
  <field name="x_field"/>
  <field name="x_before"/>
  <field name="x_after"/>
</list>`,
  }),
  defineView({
    id: 'audit_form',
    model: AUDIT,
    type: 'form',
    arch: `
<form string="Audit" create="0" edit="0" delete="0" duplicate="0">
  <sheet>
    <div class="oe_title"><h1><field name="x_name"/></h1></div>
    <group>
      <group>
        <field name="x_kind"/>
        <field name="x_what" ${WHAT}/>
        <field name="x_field" invisible="not x_field"/>
      </group>
      <group>
        <field name="x_at"/>
        <field name="x_user_id" widget="many2one_avatar_user"/>
        <field name="x_by"/>
      </group>
    </group>
    <group invisible="x_what != 'changed'">
      <field name="x_before"/>
      <field name="x_after"/>
    </group>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'audit_search',
    model: AUDIT,
    type: 'search',
    arch: `
<search string="Audit">
  <field name="x_name" string="Setting" filter_domain="['|', ('x_name', 'ilike', self), ('x_field', 'ilike', self)]"/>
  <field name="x_user_id"/>
  <field name="x_kind"/>
  <field name="x_before" string="Value" filter_domain="['|', ('x_before', 'ilike', self), ('x_after', 'ilike', self)]"/>
  <filter string="By People" name="people" domain="[('x_by', '=', 'person')]"/>
  <filter string="By apply" name="apply" domain="[('x_by', '=', 'apply')]"/>
  <separator/>
  <filter string="When" name="at" date="x_at"/>
  <group string="Group By">
    <filter string="Who" name="group_user" context="{'group_by': 'x_user_id'}"/>
    <filter string="Kind" name="group_kind" context="{'group_by': 'x_kind'}"/>
    <filter string="When" name="group_at" context="{'group_by': 'x_at:day'}"/>
  </group>
</search>`,
  }),
];
