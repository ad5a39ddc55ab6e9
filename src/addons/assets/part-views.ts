import { defineAction, defineMenu, defineView } from '../../schema/index.ts';
import { Equipment, Part } from './models.ts';

const model = Part.name;

export const partViews = [
  defineView({
    id: 'part_list',
    model,
    type: 'list',
    arch: `
<list string="Spare Parts" decoration-danger="x_is_short" decoration-muted="not x_active">
  <field name="x_name"/>
  <field name="x_reference"/>
  <field name="x_category_ids" widget="many2many_tags" optional="show"/>
  <field name="x_cost" optional="hide"/>
  <field name="x_stock"/>
  <field name="x_least" optional="show"/>
  <field name="x_is_short" column_invisible="1"/>
  <field name="x_active" column_invisible="1"/>
</list>`,
  }),
  defineView({
    id: 'part_form',
    model,
    type: 'form',
    arch: `
<form string="Spare Part">
  <sheet>
    <widget name="web_ribbon" title="Archived" bg_color="text-bg-danger" invisible="x_active"/>
    <div class="oe_title"><h1><field name="x_name" placeholder="e.g. Power Supply 65 W" options="{'line_breaks': False}" widget="text"/></h1></div>
    <group>
      <group>
        <field name="x_reference"/>
        <field name="x_category_ids" widget="many2many_tags" placeholder="All equipment" options="{'no_create': True}"/>
        <field name="x_active" invisible="1"/>
      </group>
      <group>
        <field name="x_stock"/>
        <field name="x_least"/>
        <field name="x_cost"/>
      </group>
    </group>
    <field name="x_move_ids">
      <list editable="top">
        <field name="x_date" placeholder="Today"/>
        <field name="x_kind"/>
        <field name="x_quantity"/>
        <field name="x_equipment_id" options="{'no_quick_create': True}"/>
        <field name="x_ticket_id"/>
        <field name="x_note"/>
      </list>
    </field>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'part_search',
    model,
    type: 'search',
    arch: `
<search string="Spare Parts">
  <field name="x_name" filter_domain="['|', ('x_name', 'ilike', self), ('x_reference', 'ilike', self)]"/>
  <field name="x_category_ids"/>
  <filter string="To Order" name="short" domain="[('x_is_short', '=', True)]"/>
  <filter string="Archived" name="archived" domain="[('x_active', '=', False)]"/>
</search>`,
  }),
];

export const actions = [
  defineAction({
    id: 'action_equipment',
    label: 'Equipment',
    path: 'support-equipment',
    model: Equipment.name,
    views: ['list', 'kanban', 'form'],
    view: 'maintenance.hr_equipment_view_tree',
    search: 'maintenance.hr_equipment_view_search',
    context: "{'search_default_support_used': 1}",
    help: '<p class="o_view_nocontent_smiling_face">No equipment yet</p><p>Enter what customers use, or import a list: Favorites, Import Records.</p>',
  }),
  defineAction({
    id: 'action_parts',
    label: 'Spare Parts',
    path: 'support-spare-parts',
    model,
    views: ['list', 'form'],
    search: 'part_search',
    help: '<p class="o_view_nocontent_smiling_face">No spare parts yet</p><p>Count what is in stock; what is built into equipment is taken from there.</p>',
  }),
  defineAction({
    id: 'action_equipment_types',
    label: 'Equipment Types',
    path: 'support-equipment-types',
    model: 'maintenance.equipment.category',
    views: ['list', 'form'],
  }),
];

export const menus = [
  defineMenu({
    id: 'menu_equipment',
    label: 'Equipment',
    parent: 'menu_customers',
    action: 'action_equipment',
    sequence: 10,
  }),
  defineMenu({
    id: 'menu_parts',
    label: 'Spare Parts',
    parent: 'menu_customers',
    action: 'action_parts',
    sequence: 60,
  }),
  defineMenu({
    id: 'menu_equipment_types',
    label: 'Equipment Types',
    parent: 'menu_configuration_tickets',
    action: 'action_equipment_types',
    sequence: 70,
  }),
];
