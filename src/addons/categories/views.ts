import { defineAction, defineMenu, defineView } from '../../schema/index.ts';
import { Category } from './models.ts';

const model = Category.name;
const ticket = 'x_support.ticket';

/** Whoever looks for a group finds what belongs to it: Odoo knows no trees of ours. */
const IN_GROUP = `['|', '|', ('x_category_id', 'ilike', raw_value), ('x_category_id.x_parent_id', 'ilike', raw_value), ('x_category_id.x_parent_id.x_parent_id', 'ilike', raw_value)]`;

export const views = [
  defineView({
    id: 'category_list',
    model,
    type: 'list',
    arch: `
<list string="Categories" editable="bottom" decoration-muted="not x_active">
  <field name="x_sequence" widget="handle"/>
  <field name="x_parent_id" domain="[('id', '!=', id)]" options="{'no_create_edit': True}"/>
  <field name="x_name"/>
  <field name="x_team_id" options="{'no_create': True}"/>
  <field name="x_is_public" widget="boolean_toggle"/>
  <field name="x_active" widget="boolean_toggle"/>
</list>`,
  }),
  defineView({
    id: 'category_search',
    model,
    type: 'search',
    arch: `
<search string="Categories">
  <field name="x_name" filter_domain="['|', ('x_name', 'ilike', self), ('x_parent_id', 'ilike', self)]"/>
  <field name="x_team_id"/>
  <filter string="Archived" name="archived" domain="[('x_active', '=', False)]"/>
  <group string="Group By">
    <filter string="Group" name="group_parent" context="{'group_by': 'x_parent_id'}"/>
  </group>
</search>`,
  }),
  defineView({
    id: 'ticket_list_category',
    model: ticket,
    type: 'list',
    inherits: 'ticket_list',
    arch: `
<xpath expr="//field[@name='x_user_id']" position="before">
  <field name="x_category_id" optional="hide" options="{'no_create': True}"/>
</xpath>`,
  }),
  defineView({
    id: 'ticket_form_category',
    model: ticket,
    type: 'form',
    inherits: 'ticket_form',
    arch: `
<xpath expr="//field[@name='x_sla_deadline']" position="before">
  <field name="x_has_categories" invisible="1"/>
  <field name="x_category_id" invisible="not x_has_categories" options="{'no_create': True}"/>
</xpath>`,
  }),
  defineView({
    id: 'ticket_search_category',
    model: ticket,
    type: 'search',
    inherits: 'ticket_search',
    arch: `
<data>
  <xpath expr="//field[@name='x_user_id']" position="after">
    <field name="x_category_id" filter_domain="${IN_GROUP}"/>
  </xpath>
  <xpath expr="//filter[@name='group_user']" position="before">
    <filter string="Category" name="group_category" context="{'group_by': 'x_category_id'}"/>
  </xpath>
</data>`,
  }),
];

export const actions = [
  defineAction({
    id: 'action_categories',
    label: 'Categories',
    path: 'support-categories',
    model,
    views: ['list'],
    search: 'category_search',
    help: '<p class="o_view_nocontent_smiling_face">No categories yet</p><p>Categories say what tickets are about, and may send them to the right team.</p>',
  }),
];

export const menus = [
  defineMenu({
    id: 'menu_categories',
    label: 'Categories',
    parent: 'menu_configuration_tickets',
    action: 'action_categories',
    sequence: 8,
  }),
];
