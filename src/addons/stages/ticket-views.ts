import { defineView } from '../../schema/index.ts';
import { DONE_STATE, renderStateDecorations } from '../tickets/life.ts';
import { ASKED, ASKING } from './buttons.ts';

const model = 'x_support.ticket';

/** The stages of the ticket's team, and those of all teams. */
const OF_TEAM = "['|', ('x_team_ids', '=', False), ('x_team_ids', '=', x_team_id)]";

/**
 * The stage in place of the status. That stays in the views, out of sight: colours and buttons hang on it, and views that
 * people made may lean on its place.
 */
export const ticketViews = [
  defineView({
    id: 'ticket_list_stage',
    model,
    type: 'list',
    inherits: 'ticket_list',
    arch: `
<data>
  <xpath expr="//field[@name='x_state']" position="after">
    <field name="x_stage_id" widget="badge" width="115px" ${renderStateDecorations()}/>
  </xpath>
  <xpath expr="//field[@name='x_state']" position="attributes">
    <attribute name="column_invisible">1</attribute>
  </xpath>
  <xpath expr="//header/button[@name='__supportdesk__.action_ticket_to_done']" position="attributes">
    <attribute name="name">__supportdesk__.action_ticket_close</attribute>
  </xpath>
</data>`,
  }),
  defineView({
    id: 'ticket_form_stage',
    model,
    type: 'form',
    inherits: 'ticket_form',
    // Where no stage means what the ticket is, its status shows, so that it can be moved on.
    arch: `
<data>
  <xpath expr="//header/button[@name='__supportdesk__.action_ticket_to_done']" position="attributes">
    <attribute name="invisible">1</attribute>
  </xpath>
  <xpath expr="//header/button[@name='__supportdesk__.action_ticket_to_done']" position="after">
    <button name="__supportdesk__.action_ticket_solve" type="action" string="Solve" invisible="not id or x_state == '${DONE_STATE}'"/>
    <button name="__supportdesk__.action_ticket_close" type="action" string="Close" invisible="not id or x_state == '${DONE_STATE}'"/>
  </xpath>
  <xpath expr="//header/field[@name='x_state']" position="attributes">
    <attribute name="invisible">x_stage_id</attribute>
  </xpath>
  <xpath expr="//header/field[@name='x_state']" position="after">
    <field name="x_stage_id" widget="statusbar" options="{'clickable': '1'}" domain="${OF_TEAM}" invisible="not x_stage_id"/>
  </xpath>
  <xpath expr="//page[@name='description']" position="after">
    <page string="Solution" name="solution">
      <group>
        <field name="x_close_reason" placeholder="Why it is where it is, if the stage asks"/>
      </group>
      <field name="x_solution" placeholder="What it was, and what solved it …"/>
    </page>
  </xpath>
  <xpath expr="//field[@name='x_linked_ids']/list/field[@name='x_state']" position="after">
    <field name="x_stage_id" widget="badge" ${renderStateDecorations()}/>
  </xpath>
  <xpath expr="//field[@name='x_linked_ids']/list/field[@name='x_state']" position="attributes">
    <attribute name="column_invisible">1</attribute>
  </xpath>
</data>`,
  }),
  // A dialog: one's words are kept even where something else stands in the way of the end.
  defineView({
    id: 'ticket_end',
    model,
    type: 'form',
    priority: 110,
    arch: `
<form string="Solution">
  <group invisible="context.get('${ASKED}') != 'reason'">
    <field name="x_close_reason"/>
  </group>
  <field name="x_solution" placeholder="What it was, and what solved it …" nolabel="1" invisible="context.get('${ASKED}') == 'reason'"/>
  <footer>
    <button name="__supportdesk__.action_ticket_solve" type="action" string="Solve" class="btn-primary" data-hotkey="q" invisible="context.get('${ASKING}') != 'solve'"/>
    <button name="__supportdesk__.action_ticket_close" type="action" string="Close" class="btn-primary" data-hotkey="q" invisible="context.get('${ASKING}') != 'close'"/>
    <button string="Discard" special="cancel" data-hotkey="x"/>
  </footer>
</form>`,
  }),
  defineView({
    id: 'ticket_kanban_stage',
    model,
    type: 'kanban',
    inherits: 'ticket_kanban',
    // Columns are stages: they are made, changed and put into order under Configuration.
    arch: `
<data>
  <xpath expr="//kanban" position="attributes">
    <attribute name="default_group_by">x_stage_id</attribute>
    <attribute name="group_edit">0</attribute>
    <attribute name="group_delete">0</attribute>
    <attribute name="groups_draggable">0</attribute>
  </xpath>
</data>`,
  }),
  defineView({
    id: 'ticket_search_stage',
    model,
    type: 'search',
    inherits: 'ticket_search',
    arch: `
<data>
  <xpath expr="//field[@name='x_user_id']" position="before">
    <field name="x_stage_id"/>
  </xpath>
  <xpath expr="//filter[@name='group_state']" position="before">
    <filter string="Stage" name="group_stage" context="{'group_by': 'x_stage_id'}"/>
  </xpath>
</data>`,
  }),
  defineView({
    id: 'ticket_graph_stage',
    model,
    type: 'graph',
    inherits: 'ticket_graph',
    arch: `
<xpath expr="//field[@name='x_state']" position="replace">
  <field name="x_stage_id"/>
</xpath>`,
  }),
  defineView({
    id: 'ticket_pivot_stage',
    model,
    type: 'pivot',
    inherits: 'ticket_pivot',
    arch: `
<xpath expr="//field[@name='x_state']" position="replace">
  <field name="x_stage_id" type="col"/>
</xpath>`,
  }),
  defineView({
    id: 'ticket_calendar_stage',
    model,
    type: 'calendar',
    inherits: 'ticket_calendar',
    arch: `
<xpath expr="//field[@name='x_state']" position="replace">
  <field name="x_stage_id"/>
</xpath>`,
  }),
];
