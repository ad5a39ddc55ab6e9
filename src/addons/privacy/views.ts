import { defineView } from '../../schema/index.ts';
import { PrivacyRequest } from './models.ts';

const model = PrivacyRequest.name;
const IS_NEW = "x_state in ['draft', 'failed']";
const badge = `widget="badge" decoration-info="x_state in ['requested', 'running']" decoration-success="x_state in ['ready', 'done']"
         decoration-danger="x_state == 'failed'" decoration-muted="x_state in ['draft', 'expired']"`;

export const views = [
  defineView({
    id: 'privacy_request_list',
    model,
    type: 'list',
    arch: `
<list string="Data Protection" edit="0" delete="0">
  <field name="x_name"/>
  <field name="x_kind"/>
  <field name="x_requested_at"/>
  <field name="x_user_id" widget="many2one_avatar_user" optional="show"/>
  <field name="x_via" optional="hide"/>
  <field name="x_ended_at" optional="show"/>
  <field name="x_expires_at" optional="show"/>
  <field name="x_state" ${badge}/>
</list>`,
  }),
  defineView({
    id: 'privacy_request_form',
    model,
    type: 'form',
    arch: `
<form string="Data Protection" delete="0" duplicate="0">
  <header>
    <button name="__supportdesk__.action_privacy_confirm" type="action" string="Make the Archive" class="btn-primary"
            invisible="x_kind != 'export' or not (${IS_NEW}) or not x_partner_id"/>
    <button name="__supportdesk__.action_privacy_confirm" type="action" string="Forget" class="btn-danger"
            invisible="x_kind != 'forget' or not (${IS_NEW}) or x_is_blocked"/>
    <button name="__supportdesk__.action_privacy_remove" type="action" string="Remove the Archive"
            invisible="x_kind != 'export' or x_state != 'ready'"/>
    <field name="x_state" widget="statusbar" statusbar_visible="draft,requested,running"/>
  </header>
  <sheet>
    <div class="alert alert-info" role="alert" invisible="x_state not in ['requested', 'running']">
      The service takes it up within a minute; open this page again to see what became of it.
    </div>
    <div class="alert alert-danger" role="alert" invisible="x_state != 'failed'">
      <field name="x_error" readonly="1" nolabel="1"/>
    </div>
    <div class="oe_title"><h1><field name="x_name" readonly="1"/></h1></div>
    <group>
      <group>
        <field name="x_kind" widget="radio" readonly="not (${IS_NEW})"/>
        <field name="x_partner_id" required="${IS_NEW}" readonly="not (${IS_NEW})" context="{'active_test': False}" options="{'no_create': True}"
               invisible="not (${IS_NEW}) and not x_partner_id"/>
        <field name="x_with_internal" readonly="not (${IS_NEW})" invisible="x_kind != 'export'"/>
      </group>
      <group invisible="x_state == 'draft'">
        <field name="x_user_id" widget="many2one_avatar_user"/>
        <field name="x_via"/>
        <field name="x_requested_at"/>
        <field name="x_ended_at" invisible="not x_ended_at"/>
        <field name="x_expires_at" invisible="not x_expires_at"/>
      </group>
    </group>
    <group invisible="x_state != 'ready'">
      <field name="x_file_ids" widget="many2many_binary" readonly="1"/>
    </group>
    <field name="x_preview" nolabel="1" invisible="not (${IS_NEW}) or not x_partner_id"/>
    <div class="row mt-3" invisible="x_kind != 'forget' or not (${IS_NEW}) or x_is_blocked">
      <div class="col-12 col-md-8">
        <label for="x_typed" class="fw-bold"/>
        <div class="text-muted">This cannot be undone. Type what stands here into the field below, then press Forget:</div>
        <field name="x_expected" readonly="1" nolabel="1" class="fw-bold"/>
        <field name="x_typed"/>
      </div>
    </div>
    <field name="x_is_blocked" invisible="1"/>
    <separator string="What Was Done" invisible="not x_outcome"/>
    <field name="x_outcome" nolabel="1" invisible="not x_outcome"/>
    <div class="text-muted" invisible="not x_cuts">
      Other apps of Odoo use the contact, so it stays. Its tickets no longer say whose they were.
    </div>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'privacy_request_search',
    model,
    type: 'search',
    arch: `
<search string="Data Protection">
  <field name="x_partner_id"/>
  <field name="x_user_id"/>
  <filter string="Archives" name="exports" domain="[('x_kind', '=', 'export')]"/>
  <filter string="Forgotten" name="forgets" domain="[('x_kind', '=', 'forget')]"/>
  <separator/>
  <filter string="Ready" name="ready" domain="[('x_state', '=', 'ready')]"/>
  <filter string="Failed" name="failed" domain="[('x_state', '=', 'failed')]"/>
  <group string="Group By">
    <filter string="What" name="group_kind" context="{'group_by': 'x_kind'}"/>
    <filter string="Status" name="group_state" context="{'group_by': 'x_state'}"/>
  </group>
</search>`,
  }),
  defineView({
    id: 'partner_form_privacy',
    model: 'res.partner',
    type: 'form',
    inherits: 'base.view_partner_form',
    arch: `
<xpath expr="//div[@name='button_box']" position="inside">
  <button name="__supportdesk__.action_privacy_start" type="action" class="oe_stat_button" icon="fa-user-secret"
          groups="__supportdesk__.group_administrator">
    <span class="o_stat_text">Data Protection</span>
  </button>
</xpath>`,
  }),
  defineView({
    id: 'ticket_form_privacy',
    model: 'x_support.ticket',
    type: 'form',
    inherits: 'ticket_form',
    arch: `
<xpath expr="//div[@name='button_box']" position="after">
  <div class="alert alert-secondary" role="status" invisible="not x_forgotten_at">
    What people said here was removed; number, dates and measures stay. Removed on: <field name="x_forgotten_at" class="oe_inline" readonly="1" widget="date"/>
  </div>
</xpath>`,
  }),
];
