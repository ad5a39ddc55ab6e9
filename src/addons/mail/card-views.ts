import { defineView } from '../../schema/index.ts';
import { ROLES } from './matrix.ts';
import { MailBlock, MailEvent, MailRule } from './models.ts';

/** What a table is on a phone, where Odoo shows cards instead. */
const ROLE_NAMES = {
  customer: 'Customer',
  copied: 'In Copy',
  assignee: 'Assignee',
  team: 'Team',
  leader: 'Team Leader',
} as const;

const told = ROLES.map(
  (role) => `<span class="badge text-bg-success me-1" invisible="not x_${role}">${ROLE_NAMES[role]}</span>`,
).join('\n        ');

export const cards = [
  defineView({
    id: 'mail_rule_kanban',
    model: MailRule.name,
    type: 'kanban',
    arch: `
<kanban string="Mails" create="0" delete="0">
  ${ROLES.map((role) => `<field name="x_${role}"/>`).join('\n  ')}
  <templates>
    <t t-name="card">
      <field name="x_event" class="fw-bold"/>
      <div>
        ${told}
      </div>
    </t>
  </templates>
</kanban>`,
  }),
  defineView({
    id: 'mail_event_kanban',
    model: MailEvent.name,
    type: 'kanban',
    arch: `
<kanban string="Mails Told" create="0" edit="0" delete="0">
  <templates>
    <t t-name="card">
      <div class="d-flex justify-content-between gap-2">
        <field name="x_event" class="fw-bold"/>
        <field name="x_state" widget="badge" decoration-info="x_state == 'waiting'" decoration-success="x_state == 'sent'"
               decoration-danger="x_state == 'failed'"/>
      </div>
      <field name="x_ticket_id"/>
      <field name="x_told_ids" widget="many2many_tags"/>
      <field name="create_date" class="small text-muted"/>
    </t>
  </templates>
</kanban>`,
  }),
  defineView({
    id: 'mail_block_kanban',
    model: MailBlock.name,
    type: 'kanban',
    arch: `
<kanban string="Suppressed Addresses">
  <field name="x_active"/>
  <templates>
    <t t-name="card">
      <div class="d-flex justify-content-between gap-2">
        <field name="x_name" class="fw-bold text-break"/>
        <span class="badge text-bg-secondary align-self-start" invisible="x_active">Allowed Again</span>
      </div>
      <field name="x_reason" class="text-muted"/>
      <field name="x_detail" class="small text-muted"/>
    </t>
  </templates>
</kanban>`,
  }),
  defineView({
    id: 'mail_block_form',
    model: MailBlock.name,
    type: 'form',
    arch: `
<form string="Suppressed Addresses">
  <header>
    <button name="__supportdesk__.action_mail_allow_again" type="action" string="Allow Again" invisible="not x_active or not id"/>
  </header>
  <sheet>
    <div class="oe_title"><h1><field name="x_name"/></h1></div>
    <group>
      <group>
        <field name="x_reason"/>
        <field name="x_active" widget="boolean_toggle"/>
      </group>
      <group>
        <field name="x_since"/>
        <field name="x_detail"/>
      </group>
    </group>
  </sheet>
</form>`,
  }),
];
