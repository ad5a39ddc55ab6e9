import { defineView } from '../../schema/index.ts';
import { DONE_STATE, renderStateDecorations } from '../tickets/life.ts';
import { Merge, Split } from './wizard-models.ts';

const WARNING = `
    <div class="alert alert-warning" role="alert" invisible="not x_warning">
      <field name="x_warning" readonly="1" nolabel="1" class="mb-0"/>
    </div>`;

/** What happens, and where it crosses a border, the tick without which it does not. */
const PREVIEW = `
    <field name="x_preview" readonly="1" nolabel="1" invisible="not x_preview"/>
    <div class="d-flex align-items-center gap-2 mt-3" invisible="not x_crosses">
      <field name="x_confirmed" class="w-auto"/><label for="x_confirmed" string="I have looked: each of them may read this" class="fw-bold text-danger mb-0"/>
    </div>
    <field name="x_crosses" invisible="1"/>`;

export const wizardViews = [
  defineView({
    id: 'merge_form',
    model: Merge.name,
    type: 'form',
    arch: `
<form string="Merge Tickets">
  <sheet>${WARNING}
    <group>
      <field name="x_into_id" domain="[('id', 'in', x_ticket_ids)]" required="1" options="{'no_create': True, 'no_open': True}"/>
    </group>
    <field name="x_ticket_ids" nolabel="1" domain="[('x_merged_into_id', '=', False)]" context="{'search_default_x_partner_id': x_customer_id}">
      <list create="0" edit="0" decoration-muted="x_state == '${DONE_STATE}'">
        <field name="x_ticket_ref" width="95px"/>
        <field name="x_name"/>
        <field name="x_partner_id" width="200px"/>
        <field name="x_opened_at" widget="date" width="110px"/>
        <field name="x_state" widget="badge" width="115px" ${renderStateDecorations()}/>
      </list>
    </field>
    <field name="x_customer_id" invisible="1"/>${PREVIEW}
  </sheet>
  <footer>
    <button name="__supportdesk__.action_merge_do" type="action" string="Merge" class="btn-primary" invisible="x_crosses and not x_confirmed"/>
    <button string="Discard" class="btn-secondary" special="cancel"/>
  </footer>
</form>`,
  }),
  defineView({
    id: 'split_form',
    model: Split.name,
    type: 'form',
    arch: `
<form string="Split a Ticket">
  <sheet>${WARNING}
    <field name="x_line_ids" nolabel="1" readonly="1">
      <list create="0" delete="0" limit="8" decoration-bf="x_message_id == parent.x_message_id" decoration-muted="x_is_note">
        <field name="x_date" width="140px" options="{'show_seconds': False}"/>
        <field name="x_author" width="150px"/>
        <field name="x_name"/>
        <field name="x_file_count" width="60px" optional="show"/>
        <field name="x_is_note" column_invisible="1"/>
        <field name="x_message_id" column_invisible="1"/>
        <button name="__supportdesk__.action_split_one" type="action" string="This One" class="btn-link"/>
        <button name="__supportdesk__.action_split_after" type="action" string="From Here On" class="btn-link"/>
      </list>
    </field>
    <group>
      <group>
        <field name="x_subject" required="1"/>
        <field name="x_scope" widget="radio"/>
      </group>
      <group>
        <field name="x_partner_id" options="{'no_quick_create': True}"/>
        <field name="x_user_id" widget="many2one_avatar_user" options="{'no_create': True}"/>
        <field name="x_tell_customer"/>
        <field name="x_ticket_id" invisible="1"/>
        <field name="x_message_id" invisible="1"/>
      </group>
    </group>${PREVIEW}
  </sheet>
  <footer>
    <button name="__supportdesk__.action_split_do" type="action" string="Split" class="btn-primary" invisible="x_crosses and not x_confirmed"/>
    <button string="Discard" class="btn-secondary" special="cancel"/>
  </footer>
</form>`,
  }),
];
