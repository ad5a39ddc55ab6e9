import { defineView } from '../../schema/index.ts';
import { NO_SECONDS } from '../tickets/ticket-marks.ts';
import { ChecklistItem, Play, PlayUse } from './models.ts';
import { renderLegend } from './variables.ts';

const TAGS = `widget="many2many_tags" options="{'color_field': 'x_color', 'no_create_edit': True}"`;
const NO_CREATE = `options="{'no_create': True}"`;

export const views = [
  defineView({
    id: 'play_list',
    model: Play.name,
    type: 'list',
    arch: `
<list string="Plays" decoration-muted="not x_active">
  <field name="x_sequence" widget="handle"/>
  <field name="x_name"/>
  <field name="x_team_ids" widget="many2many_tags" placeholder="All teams"/>
  <field name="x_text_as" optional="show"/>
  <field name="x_tag_ids" ${TAGS} optional="hide"/>
  <field name="x_follow_up" optional="hide"/>
  <field name="x_shortcut" optional="hide"/>
  <field name="x_use_count" width="90px"/>
  <field name="x_reopened_count" width="150px"/>
  <field name="x_active" column_invisible="1"/>
  <button name="__supportdesk__.action_play_open_this" type="action" string="New Ticket" icon="fa-plus"/>
</list>`,
  }),
  defineView({
    id: 'play_form',
    model: Play.name,
    type: 'form',
    arch: `
<form string="Play">
  <header>
    <button name="__supportdesk__.action_play_open_this" type="action" string="New Ticket" invisible="not id"/>
  </header>
  <sheet>
    <div class="oe_button_box" name="button_box">
      <button name="__supportdesk__.action_play_uses_of" type="action" class="oe_stat_button" icon="fa-play-circle-o" invisible="not id">
        <field name="x_use_count" widget="statinfo"/>
      </button>
      <button name="__supportdesk__.action_play_reopened_of" type="action" class="oe_stat_button" icon="fa-undo" invisible="not id">
        <field name="x_reopened_count" widget="statinfo" string="Reopened"/>
      </button>
    </div>
    <widget name="web_ribbon" title="Archived" bg_color="text-bg-danger" invisible="x_active"/>
    <div class="oe_title">
      <h1><field name="x_name" placeholder="e.g. Ask for the serial number" options="{'line_breaks': False}" widget="text"/></h1>
    </div>
    <group>
      <group>
        <field name="x_team_ids" widget="many2many_tags" placeholder="All teams" ${NO_CREATE}/>
        <field name="x_text_as" widget="radio" options="{'horizontal': true}"/>
      </group>
      <group>
        <field name="x_shortcut" placeholder="The name"/>
        <field name="x_subject" placeholder="Only for tickets that it opens"/>
        <field name="x_active" invisible="1"/>
      </group>
    </group>
    <notebook>
      <page string="Text" name="text">
        <div class="row">
          <div class="col-12 col-lg-8"><field name="x_text" nolabel="1" placeholder="Dear {{customer}}, …"/></div>
          <div class="col-12 col-lg-4">
            <div class="text-muted small">
              <b>Names that are filled in</b>
              <ul class="ps-3 mb-0">
                ${renderLegend()}
              </ul>
            </div>
          </div>
        </div>
        <separator string="In Other Languages"/>
        <field name="x_text_ids" nolabel="1">
          <list>
            <field name="x_lang_id"/>
            <field name="x_text"/>
          </list>
          <form string="Text">
            <group>
              <field name="x_lang_id" ${NO_CREATE}/>
            </group>
            <field name="x_text" nolabel="1"/>
          </form>
        </field>
      </page>
      <page string="Changes" name="changes">
        <group>
          <group name="changes">
            <field name="x_to_state" placeholder="Stays as it is"/>
            <field name="x_to_priority" placeholder="Stays as it is"/>
            <field name="x_to_team_id" string="Team" placeholder="Stays as it is" ${NO_CREATE}/>
            <field name="x_assigns" placeholder="Stays as it is"/>
            <field name="x_to_user_id" widget="many2one_avatar_user" invisible="x_assigns != 'user'" required="x_assigns == 'user'" ${NO_CREATE}/>
          </group>
          <group>
            <field name="x_tag_ids" ${TAGS}/>
            <field name="x_untag_ids" ${TAGS}/>
            <field name="x_follow_up" placeholder="e.g. Ask whether it still works"/>
            <label for="x_follow_up_days" invisible="not x_follow_up"/>
            <div invisible="not x_follow_up"><field name="x_follow_up_days" class="oe_inline"/> days</div>
          </group>
        </group>
      </page>
      <page string="Checklist" name="checklist">
        <field name="x_step_ids" nolabel="1">
          <list editable="bottom">
            <field name="x_sequence" widget="handle"/>
            <field name="x_name" placeholder="e.g. Label the device"/>
          </list>
        </field>
        <group>
          <field name="x_asks_checklist" invisible="not x_step_ids"/>
        </group>
      </page>
    </notebook>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'play_search',
    model: Play.name,
    type: 'search',
    arch: `
<search string="Plays">
  <field name="x_name"/>
  <field name="x_text"/>
  <field name="x_team_ids"/>
  <filter string="Answers" name="answers" domain="[('x_text_as', '=', 'answer')]"/>
  <filter string="With a Checklist" name="checklist" domain="[('x_step_ids', '!=', False)]"/>
  <separator/>
  <filter string="Archived" name="archived" domain="[('x_active', '=', False)]"/>
</search>`,
  }),
  defineView({
    id: 'play_use_list',
    model: PlayUse.name,
    type: 'list',
    arch: `
<list string="Played" create="0" edit="0" delete="0" decoration-muted="x_undone_at">
  <field name="x_played_at" ${NO_SECONDS}/>
  <field name="x_name"/>
  <field name="x_ticket_id"/>
  <field name="x_user_id" widget="many2one_avatar_user"/>
  <field name="x_text_as" optional="show"/>
  <field name="x_reopened_at" ${NO_SECONDS} optional="show"/>
  <field name="x_undone_at" ${NO_SECONDS} optional="show"/>
  <field name="x_undone_by_id" optional="hide"/>
  <field name="x_left" optional="show"/>
  <button name="__supportdesk__.action_play_undo" type="action" string="Take Back" icon="fa-undo" invisible="x_undone_at or x_text_as == 'description'"/>
</list>`,
  }),
  defineView({
    id: 'play_use_search',
    model: PlayUse.name,
    type: 'search',
    arch: `
<search string="Played">
  <field name="x_name"/>
  <field name="x_ticket_id"/>
  <field name="x_user_id"/>
  <filter string="Played by Me" name="mine" domain="[('x_user_id', '=', uid)]"/>
  <filter string="Reopened" name="reopened" domain="[('x_reopened_at', '!=', False)]"/>
  <filter string="Taken Back" name="undone" domain="[('x_undone_at', '!=', False)]"/>
  <group string="Group By">
    <filter string="Play" name="group_play" context="{'group_by': 'x_play_id'}"/>
    <filter string="Played By" name="group_user" context="{'group_by': 'x_user_id'}"/>
    <filter string="Played" name="group_played" context="{'group_by': 'x_played_at:month'}"/>
  </group>
</search>`,
  }),
  defineView({
    id: 'checklist_item_list',
    model: ChecklistItem.name,
    type: 'list',
    arch: `
<list string="Checklist Items" create="0" decoration-muted="x_is_done">
  <field name="x_ticket_id" readonly="1"/>
  <field name="x_name"/>
  <field name="x_is_done"/>
  <field name="x_done_by_id" widget="many2one_avatar_user"/>
  <field name="x_done_at" ${NO_SECONDS}/>
</list>`,
  }),
];
