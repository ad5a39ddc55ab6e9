import { OutboxLine } from '../../outbox/outbox-model.ts';
import { defineView } from '../../schema/index.ts';

const model = OutboxLine.name;

export const views = [
  defineView({
    id: 'outbox_list',
    model,
    type: 'list',
    arch: `
<list string="Outbox" create="0" edit="0" delete="0" decoration-danger="x_state == 'failed'"
      decoration-muted="x_state in ['sent', 'dismissed']">
  <field name="create_date" string="Written On"/>
  <field name="x_kind"/>
  <field name="x_name"/>
  <field name="x_record" optional="show"/>
  <field name="x_state" widget="badge" decoration-info="x_state == 'waiting'" decoration-success="x_state == 'sent'"
         decoration-danger="x_state == 'failed'"/>
  <field name="x_attempts"/>
  <field name="x_next_at" optional="show"/>
  <field name="x_error" optional="hide"/>
  <field name="x_sent_at" optional="hide"/>
</list>`,
  }),
  defineView({
    id: 'outbox_form',
    model,
    type: 'form',
    arch: `
<form string="Outbox" create="0" edit="0" delete="0">
  <header>
    <button name="__supportdesk__.action_outbox_retry" type="action" string="Send Now" class="btn-primary"
            invisible="x_state == 'sent'"/>
    <button name="__supportdesk__.action_outbox_dismiss" type="action" string="Dismiss"
            invisible="x_state in ['sent', 'dismissed']"/>
    <field name="x_state" widget="statusbar" statusbar_visible="waiting,sent"/>
  </header>
  <sheet>
    <div class="oe_title"><h1><field name="x_name"/></h1></div>
    <group>
      <group>
        <field name="x_kind"/>
        <field name="x_record" invisible="not x_record"/>
        <field name="create_date" string="Written On"/>
        <field name="x_sent_at" invisible="not x_sent_at"/>
      </group>
      <group>
        <field name="x_attempts"/>
        <field name="x_next_at" invisible="not x_next_at"/>
        <field name="x_key"/>
      </group>
    </group>
    <separator string="Error" invisible="not x_error"/>
    <field name="x_error" nolabel="1" invisible="not x_error"/>
    <separator string="Content"/>
    <field name="x_payload" nolabel="1"/>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'outbox_search',
    model,
    type: 'search',
    arch: `
<search string="Outbox">
  <field name="x_name"/>
  <field name="x_error"/>
  <field name="x_key"/>
  <filter string="Not Sent" name="open" domain="[('x_state', 'in', ['waiting', 'failed'])]"/>
  <filter string="Failed" name="failed" domain="[('x_state', '=', 'failed')]"/>
  <separator/>
  <filter string="Written" name="written" date="create_date"/>
  <group string="Group By">
    <filter string="Status" name="group_state" context="{'group_by': 'x_state'}"/>
    <filter string="Kind" name="group_kind" context="{'group_by': 'x_kind'}"/>
  </group>
</search>`,
  }),
];
