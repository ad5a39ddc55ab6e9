import { defineAction, defineMenu, defineView } from '../../schema/index.ts';

export const views = [
  defineView({
    id: 'import_source_list',
    model: 'x_support.import_source',
    type: 'list',
    arch: `
<list string="Import Sources" decoration-muted="not x_active">
  <field name="x_name"/>
  <field name="x_kind"/>
  <field name="x_url" widget="url"/>
  <field name="x_last_run_at"/>
  <field name="x_last_result"/>
  <field name="x_active" widget="boolean_toggle"/>
</list>`,
  }),
  defineView({
    id: 'import_source_form',
    model: 'x_support.import_source',
    type: 'form',
    arch: `
<form string="Import Source" create="false">
  <sheet>
    <div class="oe_title">
      <h1><field name="x_name" readonly="1"/></h1>
    </div>
    <group>
      <group>
        <field name="x_kind" readonly="1"/>
        <field name="x_url" widget="url" readonly="1"/>
        <field name="x_active" widget="boolean_toggle"/>
      </group>
      <group>
        <field name="x_cursor"/>
        <field name="x_last_run_at"/>
        <field name="x_last_result"/>
      </group>
    </group>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'ticket_form_source',
    model: 'x_support.ticket',
    type: 'form',
    inherits: 'ticket_form',
    arch: `
<xpath expr="//field[@name='x_closed_at']" position="after">
  <field name="x_source_number" invisible="not x_source_number"/>
  <field name="x_source_url" widget="url" text="Open in Zammad" invisible="not x_source_url"/>
</xpath>`,
  }),
  defineView({
    id: 'ticket_search_source',
    model: 'x_support.ticket',
    type: 'search',
    inherits: 'ticket_search',
    arch: `
<xpath expr="//field[@name='x_description']" position="after">
  <field name="x_source_number"/>
</xpath>`,
  }),
];

export const actions = [
  defineAction({
    id: 'action_import_sources',
    label: 'Import Sources',
    model: 'x_support.import_source',
    views: ['list', 'form'],
    help: '<p class="o_view_nocontent_smiling_face">Nothing has been imported yet</p><p>A source appears here with its first import.</p>',
  }),
];

export const menus = [
  defineMenu({
    id: 'menu_import_sources',
    label: 'Import Sources',
    parent: 'menu_configuration',
    action: 'action_import_sources',
    sequence: 20,
  }),
];
