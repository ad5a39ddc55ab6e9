import { defineAction, defineMenu, defineView } from '../../../schema/index.ts';
import { KeptFigures, Term } from './models.ts';

export const termViews = [
  defineView({
    id: 'term_list',
    model: Term.name,
    type: 'list',
    arch: `
<list string="Terms" decoration-muted="not x_is_on">
  <field name="x_sequence" widget="handle"/>
  <field name="x_name"/>
  <field name="x_team_ids" widget="many2many_tags"/>
  <field name="x_months"/>
  <field name="x_end"/>
  <field name="x_last_run_at" optional="show"/>
  <field name="x_done_count" optional="show"/>
  <field name="x_is_on" readonly="1"/>
</list>`,
  }),
  defineView({
    id: 'term_form',
    model: Term.name,
    type: 'form',
    arch: `
<form string="Term">
  <header>
    <button name="__supportdesk__.action_term_look" type="action" string="I Have Looked at It" invisible="x_is_on or x_previewed_at or not id"/>
    <button name="__supportdesk__.action_term_switch" type="action" string="Switch On" class="btn-primary" invisible="x_is_on or not x_previewed_at"/>
    <button name="__supportdesk__.action_term_switch" type="action" string="Switch Off" invisible="not x_is_on"/>
  </header>
  <sheet>
    <widget name="web_ribbon" title="Archived" bg_color="text-bg-danger" invisible="x_active"/>
    <div class="alert alert-warning" role="alert" invisible="x_is_on">
      This term is off: look at what it would do, then switch it on.
    </div>
    <div class="oe_title"><h1><field name="x_name" widget="text" placeholder="Two years, then empty"/></h1></div>
    <group>
      <group>
        <field name="x_team_ids" widget="many2many_tags" options="{'no_create': True}"/>
        <field name="x_months"/>
        <field name="x_end" widget="radio"/>
      </group>
      <group>
        <field name="x_is_on" readonly="1"/>
        <field name="x_previewed_at" invisible="not x_previewed_at"/>
        <field name="x_last_run_at" invisible="not x_last_run_at"/>
        <field name="x_done_count" invisible="not x_last_run_at"/>
        <field name="x_active" invisible="1"/>
      </group>
    </group>
    <separator string="What the Next Run Does"/>
    <field name="x_preview" nolabel="1"/>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'kept_figures_list',
    model: KeptFigures.name,
    type: 'list',
    arch: `
<list string="Figures of Deleted Tickets" create="0" edit="0" delete="0">
  <field name="x_name"/>
  <field name="x_team_id"/>
  <field name="x_tickets" sum="Tickets"/>
  <field name="x_rated" optional="show"/>
  <field name="x_stars" optional="show"/>
  <field name="x_answered" optional="hide"/>
  <field name="x_first_hours" optional="show"/>
  <field name="x_solved" optional="hide"/>
  <field name="x_solution_hours" optional="show"/>
  <field name="x_promised" optional="show"/>
  <field name="x_kept" optional="show"/>
  <field name="x_hours" optional="show"/>
</list>`,
  }),
  defineView({
    id: 'ticket_form_kept',
    model: 'x_support.ticket',
    type: 'form',
    inherits: 'ticket_form',
    arch: `
<xpath expr="//field[@name='x_closed_at']" position="after">
  <field name="x_is_kept" invisible="x_state != 'done'" groups="__supportdesk__.group_administrator"/>
</xpath>`,
  }),
];

export const termWindows = [
  defineAction({
    id: 'action_terms',
    label: 'Terms',
    path: 'support-terms',
    model: Term.name,
    views: ['list', 'form'],
    help: '<p class="o_view_nocontent_smiling_face">Closed tickets are kept for ever</p><p>Say how long, by team, and what becomes of them then. A term does nothing before you have looked at what it would do and switched it on.</p>',
  }),
  defineAction({
    id: 'action_kept_figures',
    label: 'Figures of Deleted Tickets',
    path: 'support-kept-figures',
    model: KeptFigures.name,
    views: ['list'],
    help: '<p class="o_view_nocontent_smiling_face">No ticket was deleted by a term</p><p>What they came to is kept here, by month and team.</p>',
  }),
];

export const termMenus = [
  defineMenu({
    id: 'menu_terms',
    label: 'Terms',
    parent: 'menu_configuration_time',
    action: 'action_terms',
    sequence: 40,
  }),
  defineMenu({
    id: 'menu_kept_figures',
    label: 'Figures of Deleted Tickets',
    parent: 'menu_operation',
    action: 'action_kept_figures',
    sequence: 72,
  }),
];

/** Where there are categories. */
export const categoryTermViews = [
  defineView({
    id: 'term_form_category',
    model: Term.name,
    type: 'form',
    inherits: 'term_form',
    arch: `
<xpath expr="//field[@name='x_team_ids']" position="after">
  <field name="x_category_ids" widget="many2many_tags" options="{'no_create': True}"/>
</xpath>`,
  }),
];
