import { defineView } from '../../schema/index.ts';
import { AssetTicket, Equipment } from './models.ts';

const model = Equipment.name;
const ticket = AssetTicket.name;
const TECHNICIAN = 'groups="__supportdesk__.group_technician_own"';
const BADGE =
  'widget="badge" decoration-success="x_state == \'working\'" decoration-warning="x_state == \'maintenance\'" decoration-danger="x_state == \'broken\'"';

/** Odoo’s own views with what the desk adds, so that equipment looks alike in Maintenance and here. */
const odooViews = [
  defineView({
    id: 'equipment_form',
    model,
    type: 'form',
    inherits: 'maintenance.hr_equipment_view_form',
    arch: `
<data>
  <xpath expr="//sheet" position="before">
    <header>
      <button name="__supportdesk__.action_equipment_ticket" type="action" string="New Ticket" class="btn-primary"
              ${TECHNICIAN} invisible="not id or x_state == 'retired'"/>
      <field name="x_state" widget="statusbar" options="{'clickable': '1'}"/>
    </header>
  </xpath>
  <xpath expr="//div[@name='button_box']" position="inside">
    <button name="__supportdesk__.action_equipment_tickets" type="action" class="oe_stat_button" icon="fa-life-ring"
            ${TECHNICIAN} invisible="not id">
      <div class="o_stat_info">
        <span class="o_stat_value"><field name="x_open_ticket_count"/></span>
        <span class="o_stat_text">Open Tickets</span>
      </div>
    </button>
  </xpath>
  <xpath expr="//field[@name='category_id']" position="before">
    <field name="x_partner_id" placeholder="Your own" options="{'no_quick_create': True}"/>
    <field name="x_site_id" options="{'no_quick_create': True}" context="{'default_x_partner_id': x_partner_id}"
           domain="['|', ('x_partner_id', 'parent_of', x_partner_id), ('x_partner_id', 'child_of', x_partner_id)]"/>
  </xpath>
  <xpath expr="//field[@name='technician_user_id']" position="before">
    <field name="x_custodian_id" options="{'no_quick_create': True}"/>
    <field name="x_contact_id" options="{'no_quick_create': True}"/>
  </xpath>
  <xpath expr="//page[@name='maintenance']" position="before">
    <page string="Components and Parts" name="support_components">
      <group>
        <field name="x_parent_id" options="{'no_quick_create': True}"/>
      </group>
      <separator string="Components"/>
      <field name="x_part_ids" context="{'default_x_partner_id': x_partner_id, 'default_x_site_id': x_site_id}">
        <list>
          <field name="name"/>
          <field name="category_id"/>
          <field name="serial_no"/>
          <field name="x_state" ${BADGE}/>
        </list>
      </field>
      <separator string="Spare Parts"/>
      <field name="x_move_ids">
        <list editable="bottom">
          <field name="x_date" placeholder="Today"/>
          <field name="x_part_id" options="{'no_quick_create': True}"/>
          <field name="x_quantity"/>
          <field name="x_kind"/>
          <field name="x_ticket_id" optional="hide"/>
          <field name="x_note"/>
        </list>
      </field>
    </page>
  </xpath>
  <xpath expr="//field[@name='warranty_date']" position="before">
    <field name="x_purchased_on"/>
  </xpath>
  <xpath expr="//page[@name='product_information']" position="inside">
    <group groups="maintenance.group_equipment_manager,__supportdesk__.group_technician_own">
      <group string="Depreciation">
        <label for="x_depreciation_months"/>
        <div><field name="x_depreciation_months" class="oe_inline"/> months</div>
        <field name="x_residual_value"/>
      </group>
      <group string="Today">
        <field name="x_monthly_depreciation" invisible="not x_depreciation_months"/>
        <field name="x_depreciated_on" invisible="not x_depreciated_on"/>
        <field name="x_book_value"/>
      </group>
    </group>
  </xpath>
</data>`,
  }),
  defineView({
    id: 'equipment_list',
    model,
    type: 'list',
    inherits: 'maintenance.hr_equipment_view_tree',
    arch: `
<data>
  <xpath expr="//list" position="attributes">
    <attribute name="decoration-muted">x_state == 'retired'</attribute>
  </xpath>
  <xpath expr="//field[@name='name']" position="after">
    <field name="x_partner_id" optional="show"/>
    <field name="x_site_id" optional="show"/>
    <field name="location" optional="hide"/>
    <field name="x_custodian_id" optional="hide"/>
  </xpath>
  <xpath expr="//field[@name='category_id']" position="after">
    <field name="warranty_date" optional="show"/>
    <field name="x_open_ticket_count" optional="hide"/>
    <field name="x_ticket_count" optional="hide"/>
    <field name="x_state" ${BADGE} optional="show"/>
  </xpath>
</data>`,
  }),
  defineView({
    id: 'equipment_search',
    model,
    type: 'search',
    inherits: 'maintenance.hr_equipment_view_search',
    arch: `
<data>
  <xpath expr="//field[@name='category_id']" position="before">
    <field name="x_partner_id" operator="child_of"/>
    <field name="x_site_id"/>
    <field name="x_custodian_id"/>
    <field name="location"/>
  </xpath>
  <xpath expr="//filter[@name='under_maintenance']" position="after">
    <filter string="Broken or in Maintenance" name="support_down" domain="[('x_state', 'in', ['broken', 'maintenance'])]"/>
    <filter string="In Use" name="support_used" domain="[('x_state', '!=', 'retired')]"/>
    <filter string="Retired" name="support_retired" domain="[('x_state', '=', 'retired')]"/>
    <separator/>
    <filter string="Warranty Ends Within 60 Days" name="support_warranty" domain="[('warranty_date', '&gt;=', context_today().strftime('%Y-%m-%d')), ('warranty_date', '&lt;=', (context_today() + relativedelta(days=60)).strftime('%Y-%m-%d'))]"/>
  </xpath>
  <xpath expr="//filter[@name='category']" position="after">
    <filter string="Customer" name="support_by_partner" context="{'group_by': 'x_partner_id'}"/>
    <filter string="Site" name="support_by_site" context="{'group_by': 'x_site_id'}"/>
    <filter string="State" name="support_by_state" context="{'group_by': 'x_state'}"/>
    <filter string="Model" name="support_by_model" context="{'group_by': 'model'}"/>
  </xpath>
</data>`,
  }),
];

const ticketViews = [
  defineView({
    id: 'ticket_form_equipment',
    model: ticket,
    type: 'form',
    inherits: 'ticket_form',
    arch: `
<xpath expr="//field[@name='x_partner_id']" position="after">
  <field name="x_equipment_ids" widget="many2many_tags" options="{'no_create': True}" context="{'search_default_support_used': 1}"
         domain="['|', '|', ('x_partner_id', '=', False), ('x_partner_id', 'parent_of', x_partner_id), ('x_partner_id', 'child_of', x_partner_id)]"/>
  <field name="x_site_id" options="{'no_create': True}" domain="['|', ('x_partner_id', 'parent_of', x_partner_id), ('x_partner_id', 'child_of', x_partner_id)]" invisible="not x_site_id and not x_equipment_ids"/>
</xpath>`,
  }),
  defineView({
    id: 'ticket_list_equipment',
    model: ticket,
    type: 'list',
    inherits: 'ticket_list',
    arch: `
<xpath expr="//field[@name='x_user_id']" position="before">
  <field name="x_equipment_ids" widget="many2many_tags" optional="hide"/>
  <field name="x_site_id" optional="hide"/>
</xpath>`,
  }),
  defineView({
    id: 'ticket_search_equipment',
    model: ticket,
    type: 'search',
    inherits: 'ticket_search',
    arch: `
<xpath expr="//field[@name='x_partner_id']" position="after">
  <field name="x_equipment_ids" filter_domain="['|', '|', ('x_equipment_ids.name', 'ilike', self), ('x_equipment_ids.serial_no', 'ilike', self), ('x_equipment_ids.model', 'ilike', self)]"/>
  <field name="x_site_id"/>
</xpath>`,
  }),
];

export const equipmentViews = [...odooViews, ...ticketViews];
