import { defineView } from '../../schema/index.ts';
import { DECISIONS, Intake } from './models.ts';

const model = Intake.name;
const badge = `widget="badge" decoration-success="x_decision in ['opened', 'added', 'noted']" decoration-warning="x_decision in ['waits', 'held']"
         decoration-danger="x_decision in ['unread', 'refused', 'bounced']" decoration-muted="x_decision == 'filed'"`;

export const views = [
  defineView({
    id: 'intake_list',
    model,
    type: 'list',
    arch: `
<list string="Incoming Mail" create="0" edit="0" delete="0">
  <field name="create_date" string="Came In" width="140px"/>
  <field name="x_sender" width="200px"/>
  <field name="x_name"/>
  <field name="x_decision" width="130px" ${badge}/>
  <field name="x_reason" width="300px"/>
  <field name="x_ticket_id" width="160px"/>
  <field name="x_found_by" optional="hide"/>
  <field name="x_detail" optional="hide"/>
  <field name="x_message_id" optional="hide"/>
</list>`,
  }),
  // On a phone, where of the list's columns two are to be seen.
  defineView({
    id: 'intake_kanban',
    model,
    type: 'kanban',
    arch: `
<kanban string="Incoming Mail" create="0">
  <templates>
    <t t-name="card">
      <div class="d-flex align-items-center gap-2 mb-1">
        <field name="x_decision" ${badge}/>
        <field name="create_date" class="ms-auto text-muted"/>
      </div>
      <field name="x_name" class="fw-bold"/>
      <field name="x_sender"/>
      <field name="x_reason" class="text-muted"/>
      <span t-if="record.x_ticket_id.raw_value" class="text-muted"><i class="fa fa-ticket me-1" title="Ticket"/><field name="x_ticket_id"/></span>
    </t>
  </templates>
</kanban>`,
  }),
  defineView({
    id: 'intake_form',
    model,
    type: 'form',
    arch: `
<form string="Incoming Mail" create="0" delete="0">
  <header>
    <button name="__supportdesk__.action_intake_let_through" type="action" string="Let Through" class="btn-primary"
            invisible="x_decision not in ['waits', 'held', 'refused']"/>
    <button name="__supportdesk__.action_intake_move" type="action" string="Wrong Ticket: Move" invisible="not x_move_to_id"/>
    <button name="__supportdesk__.action_intake_take_back" type="action" string="Take the Move Back"
            invisible="not x_moved_from_id"/>
    <field name="x_decision" ${badge}/>
  </header>
  <sheet>
    <div class="oe_title"><h1><field name="x_name" readonly="1"/></h1></div>
    <group>
      <group>
        <field name="x_sender" invisible="not x_sender"/>
        <field name="x_email"/>
        <field name="x_partner_id" invisible="not x_partner_id"/>
        <field name="create_date" string="Came In" readonly="1"/>
        <field name="x_message_id" groups="base.group_no_one"/>
      </group>
      <group>
        <field name="x_reason"/>
        <field name="x_found_by" invisible="not x_found_by"/>
        <field name="x_detail" invisible="not x_detail"/>
        <field name="x_is_automatic" invisible="not x_is_automatic"/>
        <field name="x_has_closed_parts" invisible="not x_has_closed_parts" readonly="1"/>
        <field name="x_ticket_id" invisible="not x_ticket_id"/>
        <field name="x_moved_from_id" invisible="not x_moved_from_id"/>
        <field name="x_move_to_id" domain="[('id', '!=', x_ticket_id)]" invisible="not x_post_id" options="{'no_create': True}" placeholder="Another ticket, if this is the wrong one"/>
        <field name="x_post_id" invisible="1"/>
      </group>
    </group>
    <field name="x_mail_file_ids" widget="many2many_binary" readonly="1"/>
    <field name="x_words" readonly="1" nolabel="1"/>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'intake_search',
    model,
    type: 'search',
    arch: `
<search string="Incoming Mail">
  <field name="x_name" string="Mail" filter_domain="['|', '|', ('x_name', 'ilike', self), ('x_sender', 'ilike', self), ('x_message_id', 'ilike', self)]"/>
  <field name="x_ticket_id"/>
  <filter string="To Look at" name="open" domain="[('x_decision', 'in', ['waits', 'held', 'unread'])]"/>
  <separator/>
  ${Object.entries(DECISIONS)
    .map(
      ([decision, label]) =>
        `<filter string="${label}" name="${decision}" domain="[('x_decision', '=', '${decision}')]"/>`,
    )
    .join('\n  ')}
  <separator/>
  <filter string="Came In" name="came" date="create_date"/>
  <group string="Group By">
    <filter string="Decision" name="group_decision" context="{'group_by': 'x_decision'}"/>
    <filter string="Reason" name="group_reason" context="{'group_by': 'x_reason'}"/>
  </group>
</search>`,
  }),
  defineView({
    id: 'ticket_form_intake',
    model: 'x_support.ticket',
    type: 'form',
    inherits: 'ticket_form',
    arch: `
<data>
  <xpath expr="//header" position="after">
    <field name="x_waiting_mail_count" invisible="1"/>
    <div class="alert alert-warning mb-0" role="alert" invisible="not x_waiting_mail_count">
      <span>A mail of somebody who takes no part in this ticket waits as an internal note.</span>
      <button name="__supportdesk__.action_ticket_waiting_mails" type="action" string="Look at It" class="btn-link"/>
    </div>
  </xpath>
  <xpath expr="//field[@name='x_partner_id']" position="after">
    <field name="x_email" invisible="not x_email" readonly="1"/>
  </xpath>
</data>`,
  }),
  defineView({
    id: 'ticket_search_intake',
    model: 'x_support.ticket',
    type: 'search',
    inherits: 'ticket_search',
    arch: `
<xpath expr="//field[@name='x_partner_id']" position="after">
  <field name="x_email"/>
</xpath>`,
  }),
  defineView({
    id: 'partner_form_intake',
    model: 'res.partner',
    type: 'form',
    inherits: 'base.view_partner_form',
    arch: `
<xpath expr="//field[@name='email']" position="after">
  <field name="x_is_unverified" invisible="not x_is_unverified"/>
</xpath>`,
  }),
];
