import { defineAction, defineMenu, defineView } from '../../schema/index.ts';
import { CustomerNote, Site } from './models.ts';

const site = Site.name;

export const views = [
  defineView({
    id: 'site_list',
    model: site,
    type: 'list',
    arch: `
<list string="Sites" decoration-muted="not x_active" multi_edit="1">
  <field name="x_code" optional="show"/>
  <field name="x_name"/>
  <field name="x_partner_id"/>
  <field name="x_street" optional="hide"/>
  <field name="x_zip" optional="show"/>
  <field name="x_city"/>
  <field name="x_contact_id" optional="show"/>
  <field name="x_phone" widget="phone" optional="hide"/>
  <field name="x_active" column_invisible="1"/>
</list>`,
  }),
  defineView({
    id: 'site_form',
    model: site,
    type: 'form',
    arch: `
<form string="Site">
  <sheet>
    <div class="oe_button_box" name="button_box"/>
    <widget name="web_ribbon" title="Archived" bg_color="text-bg-danger" invisible="x_active"/>
    <div class="oe_title">
      <h1><field name="x_name" placeholder="e.g. Head Office" options="{'line_breaks': False}" widget="text"/></h1>
    </div>
    <group>
      <group>
        <field name="x_partner_id" options="{'no_quick_create': True}"/>
        <field name="x_code" placeholder="e.g. HQ"/>
        <label for="x_street" string="Address"/>
        <div class="o_address_format">
          <field name="x_street" placeholder="Street…" class="o_address_street"/>
          <field name="x_zip" placeholder="Postal Code" class="o_address_zip"/>
          <field name="x_city" placeholder="City" class="o_address_city"/>
          <field name="x_country_id" placeholder="Country" class="o_address_country" options="{'no_create': True, 'no_open': True}"/>
        </div>
      </group>
      <group>
        <field name="x_contact_id" options="{'no_quick_create': True}"/>
        <field name="x_phone" widget="phone"/>
        <field name="x_email" widget="email"/>
      </group>
    </group>
    <group>
      <field name="x_note" placeholder="Where the key is, where to park, when somebody is there. Customers do not read it."/>
      <field name="x_active" invisible="1"/>
    </group>
    <notebook/>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'site_search',
    model: site,
    type: 'search',
    arch: `
<search string="Sites">
  <field name="x_name" filter_domain="['|', ('x_name', 'ilike', self), ('x_code', 'ilike', self)]"/>
  <field name="x_partner_id" operator="child_of"/>
  <field name="x_city" filter_domain="['|', '|', ('x_city', 'ilike', self), ('x_zip', '=ilike', self + '%'), ('x_street', 'ilike', self)]"/>
  <filter string="Archived" name="archived" domain="[('x_active', '=', False)]"/>
  <group string="Group By">
    <filter string="Customer" name="group_partner" context="{'group_by': 'x_partner_id'}"/>
    <filter string="City" name="group_city" context="{'group_by': 'x_city'}"/>
  </group>
</search>`,
  }),
  defineView({
    id: 'customer_note_form',
    model: CustomerNote.name,
    type: 'form',
    arch: `
<form string="Technical Notes">
  <sheet>
    <div class="oe_title">
      <h2><field name="x_partner_id" readonly="1" force_save="1"/></h2>
    </div>
    <field name="x_notes" placeholder="What whoever helps this customer must know: networks, servers, agreements. Customers never read it."/>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'partner_form_customer',
    model: 'res.partner',
    type: 'form',
    inherits: 'base.view_partner_form',
    priority: 32,
    arch: `
<data>
  <xpath expr="//div[@name='button_box']" position="inside">
    <button name="__supportdesk__.action_customer_notes" type="action" class="oe_stat_button" icon="fa-wrench"
            string="Technical Notes" groups="__supportdesk__.group_technician_own" invisible="not id"/>
  </xpath>
  <xpath expr="//field[@name='category_id']" position="after">
    <field name="x_customer_since" groups="__supportdesk__.group_technician_own" invisible="parent_id"/>
    <field name="x_is_prospect" groups="__supportdesk__.group_technician_own" invisible="parent_id"/>
  </xpath>
  <xpath expr="//notebook" position="inside">
    <page string="Sites" name="support_sites" groups="__supportdesk__.group_technician_own" invisible="parent_id">
      <field name="x_site_ids">
        <list>
          <field name="x_code" optional="show"/>
          <field name="x_name"/>
          <field name="x_zip"/>
          <field name="x_city"/>
          <field name="x_contact_id"/>
        </list>
      </field>
    </page>
  </xpath>
</data>`,
  }),
];

export const actions = [
  defineAction({
    id: 'action_sites',
    label: 'Sites',
    path: 'support-sites',
    model: site,
    views: ['list', 'form'],
    search: 'site_search',
    help: '<p class="o_view_nocontent_smiling_face">No sites yet</p><p>A site is a place of a customer’s: where equipment stands and technicians go.</p>',
  }),
];

export const menus = [
  defineMenu({
    id: 'menu_customers',
    label: 'Customers',
    parent: 'menu_support',
    sequence: 58,
  }),
  defineMenu({
    id: 'menu_sites',
    label: 'Sites',
    parent: 'menu_customers',
    action: 'action_sites',
    sequence: 20,
  }),
];
