import { defineView } from '../../schema/index.ts';
import { describeEvent, EVENT_NAMES, hasDesk, hasOutside, ROLES, type Role } from './matrix.ts';
import { MailBlock, MailEvent, MailRule } from './models.ts';

/** A box for each role; where an event can never tell it, there is none. */
const boxes = ROLES.map(
  (role) =>
    `<field name="x_${role}" widget="boolean_toggle" width="90px" invisible="${renderRefused(role)}"/>`,
).join('\n  ');

function renderRefused(role: Role): string {
  const refused = EVENT_NAMES.filter((name) => !describeEvent(name).may.includes(role));
  return `x_event in [${refused.map((name) => `'${name}'`).join(', ')}] or x_may and '${role}' not in x_may`;
}

const refusedWhere = (isFit: (name: (typeof EVENT_NAMES)[number]) => boolean) =>
  `x_event in [${EVENT_NAMES.filter((name) => !isFit(name))
    .map((name) => `'${name}'`)
    .join(', ')}]`;

export const views = [
  defineView({
    id: 'mail_rule_list',
    model: MailRule.name,
    type: 'list',
    arch: `
<list string="Mails" create="0" delete="0" editable="bottom" open_form_view="True">
  <field name="x_event" width="215px"/>
  <field name="x_may" column_invisible="1"/>
  ${boxes}
  <field name="x_template_id" optional="show" invisible="${refusedWhere(hasOutside)}"/>
  <field name="x_desk_template_id" optional="show" invisible="${refusedWhere(hasDesk)}"/>
</list>`,
  }),
  defineView({
    id: 'mail_rule_form',
    model: MailRule.name,
    type: 'form',
    arch: `
<form string="Mails" create="0" delete="0">
  <sheet>
    <div class="oe_title"><h1><field name="x_event"/></h1></div>
    <group>
      <group string="Who Is Told">
        <field name="x_may" invisible="1"/>
        ${boxes.replaceAll('widget="boolean_toggle" width="90px" ', '')}
      </group>
      <group string="In Which Words">
        <field name="x_template_id" invisible="${refusedWhere(hasOutside)}"/>
        <field name="x_desk_template_id" invisible="${refusedWhere(hasDesk)}"/>
      </group>
    </group>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'mail_event_list',
    model: MailEvent.name,
    type: 'list',
    arch: `
<list string="Mails Told" create="0" edit="0" delete="0" decoration-danger="x_state == 'failed'"
      decoration-muted="x_state == 'nobody'">
  <field name="create_date" string="When"/>
  <field name="x_event"/>
  <field name="x_ticket_id"/>
  <field name="x_told_ids" widget="many2many_tags"/>
  <field name="x_state" widget="badge" decoration-info="x_state == 'waiting'" decoration-success="x_state == 'sent'"
         decoration-danger="x_state == 'failed'"/>
  <field name="x_error" optional="hide"/>
</list>`,
  }),
  defineView({
    id: 'mail_event_form',
    model: MailEvent.name,
    type: 'form',
    arch: `
<form string="Mails Told" create="0" edit="0" delete="0">
  <header>
    <button name="__supportdesk__.action_mail_event_again" type="action" string="Try Again" class="btn-primary"
            invisible="x_state != 'failed'"/>
    <field name="x_state" widget="statusbar" statusbar_visible="waiting,sent"/>
  </header>
  <sheet>
    <div class="oe_title"><h1><field name="x_event"/></h1></div>
    <group>
      <group>
        <field name="x_ticket_id"/>
        <field name="x_actor_id" invisible="not x_actor_id"/>
        <field name="x_only" invisible="not x_only"/>
      </group>
      <group>
        <field name="create_date" string="When"/>
        <field name="x_sent_at" invisible="not x_sent_at"/>
        <field name="x_key" invisible="not x_key"/>
      </group>
    </group>
    <separator string="Told" invisible="not x_told"/>
    <field name="x_told" nolabel="1" invisible="not x_told"/>
    <separator string="Error" invisible="not x_error"/>
    <field name="x_error" nolabel="1" invisible="not x_error"/>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'mail_event_search',
    model: MailEvent.name,
    type: 'search',
    arch: `
<search string="Mails Told">
  <field name="x_ticket_id"/>
  <field name="x_told_ids"/>
  <field name="x_told"/>
  <filter string="Failed" name="failed" domain="[('x_state', '=', 'failed')]"/>
  <filter string="Waiting" name="waiting" domain="[('x_state', '=', 'waiting')]"/>
  <group string="Group By">
    <filter string="Event" name="group_event" context="{'group_by': 'x_event'}"/>
    <filter string="Status" name="group_state" context="{'group_by': 'x_state'}"/>
  </group>
</search>`,
  }),
  defineView({
    id: 'mail_block_list',
    model: MailBlock.name,
    type: 'list',
    arch: `
<list string="Suppressed Addresses" editable="top" decoration-muted="not x_active">
  <header>
    <button name="__supportdesk__.action_mail_allow_again" type="action" string="Allow Again"/>
  </header>
  <field name="x_name"/>
  <field name="x_reason"/>
  <field name="x_since"/>
  <field name="x_detail" optional="show"/>
  <field name="x_active" widget="boolean_toggle"/>
</list>`,
  }),
  defineView({
    id: 'mail_block_search',
    model: MailBlock.name,
    type: 'search',
    arch: `
<search string="Suppressed Addresses">
  <field name="x_name"/>
  <field name="x_detail"/>
  <filter string="Bounced" name="bounced" domain="[('x_reason', '=', 'bounced')]"/>
  <separator/>
  <filter string="Allowed Again" name="allowed" domain="[('x_active', '=', False)]"/>
</search>`,
  }),
  defineView({
    id: 'team_form_mail',
    model: 'x_support.team',
    type: 'form',
    inherits: 'team_form',
    arch: `
<xpath expr="//field[@name='x_is_public']" position="before">
  <field name="x_email" placeholder="e.g. support@yourcompany.com"/>
</xpath>`,
  }),
];
