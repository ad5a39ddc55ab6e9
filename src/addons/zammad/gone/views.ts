import { defineAction, defineMenu, defineView } from '../../../schema/index.ts';
import { GoneContact } from './model.ts';

const model = GoneContact.name;

export const goneViews = [
  defineView({
    id: 'import_gone_list',
    model,
    type: 'list',
    arch: `
<list string="Contacts Gone from Zammad" create="0" edit="0" delete="0" decoration-muted="x_state in ['back', 'forgotten']">
  <field name="x_name"/>
  <field name="x_since"/>
  <field name="x_uses"/>
  <field name="x_source_id" optional="show"/>
  <field name="x_state" widget="badge" decoration-warning="x_state in ['missing', 'used']" decoration-info="x_state == 'archived'"
         decoration-success="x_state == 'back'"/>
</list>`,
  }),
  defineView({
    id: 'import_gone_form',
    model,
    type: 'form',
    arch: `
<form string="Contact Gone from Zammad" create="0" edit="0" delete="0">
  <header>
    <button name="__supportdesk__.action_gone_forget" type="action" string="Forget" class="btn-primary"
            invisible="x_state != 'archived'"
            confirm="Wipes the contact for good: its name, addresses, phone numbers, picture, notes and whatever else is written in it, the history in its chatter, and its address as a sender of messages. Deletes its tickets that Zammad has lost, with their conversations and files. This cannot be undone."/>
    <field name="x_state" widget="statusbar" statusbar_visible="missing,archived,forgotten"/>
  </header>
  <sheet>
    <div class="oe_button_box" name="button_box">
      <button name="__supportdesk__.action_gone_contact" type="action" class="oe_stat_button" icon="fa-user" string="Contact"/>
      <button name="__supportdesk__.action_gone_tickets" type="action" class="oe_stat_button" icon="fa-ticket" string="Lost Tickets"
              invisible="x_state in ['back', 'forgotten']"/>
    </div>
    <div class="alert alert-info" role="alert" invisible="x_state != 'missing'">
      One comparison did not find this contact in Zammad. If the next one does not either, it is archived.
    </div>
    <div class="alert alert-info" role="alert" invisible="x_state != 'archived'">
      Zammad no longer has this contact and nothing in Odoo uses it, so it is archived. Forget wipes what is written in it, and deletes the tickets that Zammad has lost.
    </div>
    <div class="alert alert-warning" role="alert" invisible="x_state != 'used'">
      Zammad no longer has this contact, but something in Odoo uses it, so it stays. Once nothing does, the next comparison archives it.
    </div>
    <div class="oe_title"><h1><field name="x_name"/></h1></div>
    <group>
      <group>
        <field name="x_since"/>
        <field name="x_uses" invisible="x_state != 'used'"/>
        <field name="x_forgotten_at" invisible="x_state != 'forgotten'"/>
        <field name="x_user_id" invisible="x_state != 'forgotten'"/>
      </group>
      <group>
        <field name="x_source_id"/>
        <field name="x_external_id"/>
      </group>
    </group>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'import_gone_search',
    model,
    type: 'search',
    arch: `
<search string="Contacts Gone from Zammad">
  <field name="x_partner_id" string="Contact"/>
  <field name="x_source_id"/>
  <filter string="To Decide" name="open" domain="[('x_state', 'in', ['missing', 'archived', 'used'])]"/>
  <filter string="Forgotten" name="forgotten" domain="[('x_state', '=', 'forgotten')]"/>
  <group string="Group By">
    <filter string="Status" name="group_state" context="{'group_by': 'x_state'}"/>
    <filter string="Source" name="group_source" context="{'group_by': 'x_source_id'}"/>
  </group>
</search>`,
  }),
];

export const goneWindows = [
  defineAction({
    id: 'action_import_gone',
    label: 'Contacts Gone from Zammad',
    path: 'support-import-gone',
    model,
    views: ['list', 'form'],
    search: 'import_gone_search',
    context: "{'search_default_open': 1}",
    help: '<p class="o_view_nocontent_smiling_face">Nobody is gone</p><p>Contacts that the import made appear here when Zammad no longer has them.</p>',
  }),
];

export const goneMenus = [
  defineMenu({
    id: 'menu_import_gone',
    label: 'Contacts Gone from Zammad',
    parent: 'menu_operation_import',
    action: 'action_import_gone',
    sequence: 63,
  }),
];
