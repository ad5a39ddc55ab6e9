import { defineView } from '../../schema/index.ts';
import { PlayRun } from './run-model.ts';

const model = PlayRun.name;
const GAPS = `
    <div class="alert alert-warning" role="alert" invisible="not x_gaps">
      There is nothing to fill in for: <field name="x_gaps" nolabel="1" class="d-inline fw-bold"/>. Change the text where it is marked.
    </div>`;

export const runViews = [
  defineView({
    id: 'play_run_form',
    model,
    type: 'form',
    arch: `
<form string="Play">
  <sheet invisible="not x_is_done">
    <field name="x_outcome" nolabel="1" readonly="1"/>
  </sheet>
  <sheet invisible="x_is_done">
    <group>
      <group>
        <field name="x_play_id" options="{'no_create': True, 'no_open': True}"
               domain="['|', ('x_team_ids', '=', False), ('x_team_ids', 'in', x_team_ids)]"/>
        <field name="x_ticket_count" invisible="x_ticket_count &lt; 2"/>
      </group>
      <group>
        <field name="x_text_as" invisible="not x_text_as"/>
      </group>
    </group>
    <div invisible="x_ticket_count != 1">${GAPS}
    </div>
    <div class="alert alert-info" role="status" invisible="x_ticket_count &lt; 2 or not x_text_as">
      Each customer gets it in their own language. Tickets for which something cannot be filled in are left as they are, and named.
    </div>
    <group invisible="x_ticket_count &lt; 2 or not x_text_as">
      <field name="x_is_own"/>
    </group>
    <field name="x_text" nolabel="1" invisible="not x_text_as or x_ticket_count &gt; 1 and not x_is_own"/>
    <group string="As the First One Gets It" invisible="x_ticket_count &lt; 2 or x_is_own or not x_preview">
      <field name="x_preview" nolabel="1" colspan="2" readonly="1"/>
    </group>
    <group string="What It Does" invisible="not x_changes">
      <field name="x_changes" nolabel="1" colspan="2" readonly="1"/>
    </group>
    <field name="x_team_ids" invisible="1"/>
    <field name="x_ticket_ids" invisible="1"/>
    <field name="x_is_done" invisible="1"/>
  </sheet>
  <footer>
    <button name="__supportdesk__.action_play_apply" type="action" string="Play" class="btn-primary" invisible="x_is_done or not x_play_id"/>
    <button name="__supportdesk__.action_play_run_undo" type="action" string="Take It All Back" class="btn-secondary" invisible="not x_is_done"/>
    <button string="Close" class="btn-primary" special="cancel" invisible="not x_is_done"/>
    <button string="Discard" class="btn-secondary" special="cancel" invisible="x_is_done"/>
  </footer>
</form>`,
  }),
  defineView({
    id: 'play_opening_form',
    model,
    type: 'form',
    // Behind the one for tickets that are there.
    priority: 40,
    arch: `
<form string="New Ticket">
  <sheet>
    <group>
      <group>
        <field name="x_play_id" options="{'no_create': True, 'no_open': True}"/>
        <field name="x_partner_id" options="{'no_quick_create': True}"/>
      </group>
      <group>
        <field name="x_subject" placeholder="What is it about?"/>
      </group>
    </group>
    <field name="x_text" nolabel="1" placeholder="What happened, since when, who is affected …"/>
    <group string="What It Does" invisible="not x_changes">
      <field name="x_changes" nolabel="1" colspan="2" readonly="1"/>
    </group>
  </sheet>
  <footer>
    <button name="__supportdesk__.action_play_create" type="action" string="Open Ticket" class="btn-primary" invisible="not x_play_id"/>
    <button string="Discard" class="btn-secondary" special="cancel"/>
  </footer>
</form>`,
  }),
];
