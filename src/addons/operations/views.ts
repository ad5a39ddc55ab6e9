import { defineView } from '../../schema/index.ts';
import { DONE_STATE, renderStateDecorations } from '../tickets/life.ts';
import { Ticket } from '../tickets/models.ts';
import { NO_SECONDS } from '../tickets/ticket-marks.ts';
import { Operation } from './models.ts';

const model = Ticket.name;
const CAN_CHANGE = 'not id or x_merged_into_id';

/** A list of tickets that a ticket is linked to. */
const linked = (name: string, { readonly = false, hidden = '' } = {}) => `
        <field name="${name}" nolabel="1" colspan="2"${readonly ? ' readonly="1"' : ''}${hidden ? ` invisible="${hidden}"` : ''}>
          <list ${readonly ? 'create="0" delete="0" ' : 'create="0" '}edit="0" decoration-muted="x_state == '${DONE_STATE}'">
            <field name="x_ticket_ref" width="95px"/>
            <field name="x_name"/>
            <field name="x_partner_id" width="180px"/>
            <field name="x_user_id" widget="many2one_avatar_user" width="130px"/>
            <field name="x_state" widget="badge" width="115px" ${renderStateDecorations()}/>
          </list>
        </field>`;

const group = (title: string, content: string, hidden = '') => `
      <group string="${title}"${hidden ? ` invisible="${hidden}"` : ''} col="2">${content}
      </group>`;

const button = (action: string, label: string) => `
    <button name="__supportdesk__.${action}" type="action" string="${label}" invisible="${CAN_CHANGE}"/>`;

const journal = (extra = '') => `
<list string="Merges and Splits" create="0" edit="0" delete="0" decoration-muted="x_undone_at">
  <field name="x_done_at" width="140px" ${NO_SECONDS}/>
  <field name="x_kind" width="110px"/>
  <field name="x_name"/>
  <field name="x_message_count" width="95px"/>
  <field name="x_user_id" widget="many2one_avatar_user" width="150px"/>${extra}
  <field name="x_undone_at" width="140px" ${NO_SECONDS}/>
  <button name="__supportdesk__.action_operation_undo" type="action" string="Undo" icon="fa-undo" invisible="x_undone_at"/>
</list>`;

export const views = [
  defineView({
    id: 'ticket_form_merge',
    model,
    type: 'form',
    inherits: 'ticket_form',
    priority: 50,
    arch: `<xpath expr="//header/field[@name='x_state']" position="before">${button('action_ticket_merge', 'Merge')}
</xpath>`,
  }),
  defineView({
    id: 'ticket_form_split',
    model,
    type: 'form',
    inherits: 'ticket_form',
    priority: 52,
    arch: `<xpath expr="//header/field[@name='x_state']" position="before">${button('action_ticket_split', 'Split')}
</xpath>`,
  }),
  defineView({
    id: 'ticket_form_links',
    model,
    type: 'form',
    inherits: 'ticket_form',
    priority: 54,
    arch: `
<data>
  <xpath expr="//div[@name='button_box']" position="inside">
    <button name="__supportdesk__.action_ticket_links" type="action" class="oe_stat_button" icon="fa-link" invisible="not x_link_count">
      <field name="x_link_count" widget="statinfo" string="Linked"/>
    </button>
  </xpath>
  <xpath expr="//sheet" position="before">
    <div class="alert alert-info d-flex flex-wrap align-items-center gap-2 mb-0" role="status" invisible="not x_merged_into_id">
      <span>This ticket was merged. Everything goes on in</span>
      <field name="x_merged_into_id" class="w-auto fw-bold" readonly="1"/>
      <button name="__supportdesk__.action_ticket_undo_operation" type="action" string="Undo the Merge" class="btn-link p-0" icon="fa-undo"/>
    </div>
    <div class="alert alert-warning d-flex flex-wrap align-items-center gap-2 mb-0" role="status" invisible="not x_is_blocked or x_state == '${DONE_STATE}'">
      <span>Work goes on here once these are done:</span>
      <field name="x_blocked_by_ids" class="w-auto" widget="many2many_tags" readonly="1"/>
    </div>
    <field name="x_is_blocked" invisible="1"/>
  </xpath>
  <xpath expr="//group/field[@name='x_merged_into_id']" position="replace"/>
  <xpath expr="//page[@name='related']" position="replace">
    <page string="Links" name="related">
      <group>
        <group>
          <field name="x_parent_id" domain="[('id', '!=', id)]" options="{'no_create': True}" placeholder="A larger matter"/>
          <field name="x_duplicate_of_id" domain="[('id', '!=', id)]" options="{'no_create': True}" placeholder="Another ticket about the same"/>
        </group>
        <group>
          <field name="x_blocked_by_ids" widget="many2many_tags" domain="[('id', '!=', id)]" options="{'no_create': True}" placeholder="What must be done first"/>
          <field name="x_blocks_ids" widget="many2many_tags" invisible="not x_blocks_ids"/>
          <field name="x_duplicate_ids" widget="many2many_tags" readonly="1" invisible="not x_duplicate_ids"/>
          <field name="x_split_from_id" invisible="not x_split_from_id"/>
        </group>
      </group>${group('Related Tickets', linked('x_linked_ids'))}${group('Parts', linked('x_child_ids', { readonly: true }), 'not x_child_ids')}${group('Merged Tickets', linked('x_merged_ids', { readonly: true }), 'not x_merged_ids')}${group('Split Off', linked('x_split_ids', { readonly: true }), 'not x_split_ids')}
      <group string="Merges and Splits" invisible="not x_operation_ids" col="2">
        <field name="x_operation_ids" nolabel="1" colspan="2" readonly="1">${journal()}</field>
      </group>
    </page>
  </xpath>
</data>`,
  }),
  defineView({
    id: 'ticket_list_merge',
    model,
    type: 'list',
    inherits: 'ticket_list',
    priority: 50,
    arch: `
<xpath expr="//header" position="inside">
  <button name="__supportdesk__.action_ticket_merge" type="action" string="Merge"/>
</xpath>`,
  }),
  defineView({
    id: 'ticket_search_links',
    model,
    type: 'search',
    inherits: 'ticket_search',
    arch: `
<xpath expr="//filter[@name='archived']" position="before">
  <filter string="Merged" name="merged" domain="[('x_merged_into_id', '!=', False)]"/>
  <filter string="Not Merged" name="not_merged" domain="[('x_merged_into_id', '=', False)]"/>
  <filter string="Blocked" name="blocked" domain="[('x_blocked_by_ids.x_state', '!=', '${DONE_STATE}'), ('x_blocked_by_ids', '!=', False)]"/>
  <filter string="With Parts" name="with_parts" domain="[('x_child_ids', '!=', False)]"/>
  <separator/>
</xpath>`,
  }),
  defineView({
    id: 'operation_list',
    model: Operation.name,
    type: 'list',
    arch: journal(
      '\n  <field name="x_ticket_id" optional="hide"/>\n  <field name="x_crosses" optional="hide"/>',
    ),
  }),
  defineView({
    id: 'operation_form',
    model: Operation.name,
    type: 'form',
    arch: `
<form string="Merge or Split" create="0" edit="0" delete="0">
  <header>
    <button name="__supportdesk__.action_operation_undo" type="action" string="Undo" invisible="x_undone_at"/>
  </header>
  <sheet>
    <widget name="web_ribbon" title="Undone" bg_color="text-bg-secondary" invisible="not x_undone_at"/>
    <div class="oe_title"><h1><field name="x_name"/></h1></div>
    <group>
      <group>
        <field name="x_kind"/>
        <field name="x_ticket_id"/>
        <field name="x_ticket_ids" widget="many2many_tags"/>
      </group>
      <group>
        <field name="x_done_at" ${NO_SECONDS}/>
        <field name="x_user_id" widget="many2one_avatar_user"/>
        <field name="x_message_count"/>
        <field name="x_crosses" invisible="not x_crosses"/>
        <field name="x_undone_at" ${NO_SECONDS} invisible="not x_undone_at"/>
        <field name="x_undone_by_id" widget="many2one_avatar_user" invisible="not x_undone_at"/>
      </group>
    </group>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'operation_search',
    model: Operation.name,
    type: 'search',
    arch: `
<search string="Merges and Splits">
  <field name="x_name"/>
  <field name="x_user_id"/>
  <filter string="Merge" name="merge" domain="[('x_kind', '=', 'merge')]"/>
  <filter string="Split" name="split" domain="[('x_kind', '=', 'split')]"/>
  <separator/>
  <filter string="Of Several Customers" name="crosses" domain="[('x_crosses', '=', True)]"/>
  <separator/>
  <filter string="Not Undone" name="not_undone" domain="[('x_undone_at', '=', False)]"/>
</search>`,
  }),
];
