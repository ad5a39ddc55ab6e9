import { defineView } from '../../schema/index.ts';
import { NO_SECONDS } from '../tickets/ticket-marks.ts';

const model = 'x_support.ticket';

/** What a ticket shows of plays and of its checklist. */
export const ticketViews = [
  defineView({
    id: 'ticket_form_play',
    model,
    type: 'form',
    inherits: 'ticket_form',
    priority: 30,
    arch: `
<data>
  <xpath expr="//header/field[@name='x_state']" position="before">
    <button name="__supportdesk__.action_play_start" type="action" string="Play" invisible="not id"/>
  </xpath>
  <xpath expr="//page[@name='description']" position="after">
    <page string="Checklist" name="checklist">
      <field name="x_checklist_ids" nolabel="1">
        <list editable="bottom" decoration-muted="x_is_done">
          <field name="x_sequence" widget="handle"/>
          <field name="x_is_done" string="Done" width="60px" readonly="x_other_ticket_id"/>
          <field name="x_name" required="1" placeholder="What is to be done"/>
          <field name="x_other_ticket_id" domain="[('id', '!=', parent.id)]" options="{'no_create': True}" optional="show"/>
          <field name="x_is_required" width="120px" optional="show"/>
          <field name="x_done_by_id" widget="many2one_avatar_user" width="130px"/>
          <field name="x_done_at" width="140px" ${NO_SECONDS}/>
        </list>
      </field>
    </page>
    <page string="Plays" name="plays" invisible="not x_play_use_ids">
      <field name="x_play_use_ids" nolabel="1" readonly="1">
        <list decoration-muted="x_undone_at">
          <field name="x_played_at" ${NO_SECONDS}/>
          <field name="x_name"/>
          <field name="x_user_id" widget="many2one_avatar_user"/>
          <field name="x_text_as"/>
          <field name="x_undone_at" ${NO_SECONDS}/>
          <field name="x_left" optional="show"/>
          <button name="__supportdesk__.action_play_undo" type="action" string="Take Back" icon="fa-undo" invisible="x_undone_at or x_text_as == 'description'"/>
        </list>
      </field>
    </page>
  </xpath>
  <xpath expr="//div[hasclass('oe_title')]/div" position="inside">
    <span class="badge text-bg-secondary" invisible="not x_checklist_progress"><i class="fa fa-check-square-o me-1" title="Checklist"/><field name="x_checklist_progress"/></span>
  </xpath>
</data>`,
  }),
  defineView({
    id: 'ticket_list_play',
    model,
    type: 'list',
    inherits: 'ticket_list',
    priority: 30,
    arch: `
<data>
  <xpath expr="//list/header" position="inside">
    <button name="__supportdesk__.action_play_start" type="action" string="Play"/>
    <button name="__supportdesk__.action_play_open" type="action" string="New from a Play" display="always"/>
  </xpath>
  <xpath expr="//field[@name='x_opened_at']" position="before">
    <field name="x_checklist_progress" string="Checklist" width="80px" optional="hide"/>
  </xpath>
</data>`,
  }),
  defineView({
    id: 'ticket_kanban_play',
    model,
    type: 'kanban',
    inherits: 'ticket_kanban',
    arch: `
<xpath expr="//footer" position="before">
  <div t-if="record.x_checklist_progress.raw_value" class="text-muted">
    <i class="fa fa-check-square-o me-1" title="Checklist"/><field name="x_checklist_progress"/>
  </div>
</xpath>`,
  }),
  defineView({
    id: 'ticket_search_play',
    model,
    type: 'search',
    inherits: 'ticket_search',
    arch: `
<xpath expr="//filter[@name='unanswered']" position="after">
  <filter string="Checklist Not Done" name="checklist_open" domain="[('x_checklist_ids.x_is_done', '=', False)]"/>
</xpath>`,
  }),
];
