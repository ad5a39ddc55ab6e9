import { defineAction, defineMenu, defineServerAction, defineView, readCode } from '../../schema/index.ts';
import { requestCode } from './buttons.ts';

const model = 'x_support.import_refusal';
const groups = ['group_administrator'];

const retry = [
  "records.write({'x_state': 'open', 'x_next_at': datetime.datetime.now()})",
  requestCode('import', "records.mapped('x_source_id')"),
].join('\n');

export const refusalButtons = [
  defineServerAction({
    id: 'action_refusal_retry',
    label: 'Retry Now',
    model,
    groups,
    menuOf: ['list'],
    code: retry,
  }),
  defineServerAction({
    id: 'action_refusal_add_value',
    label: 'Add the Value',
    model,
    groups,
    menuOf: ['list'],
    // A new value makes Odoo set up its models anew, so it comes last.
    code: [retry, readCode(import.meta.url, 'add-values')].join('\n'),
    says: ['imports.fixedValues'],
  }),
  defineServerAction({
    id: 'action_refusal_dismiss',
    label: 'Dismiss',
    model,
    groups,
    menuOf: ['list'],
    code: "records.write({'x_state': 'dismissed'})",
  }),
  defineServerAction({
    id: 'action_import_source_refusals',
    label: 'Refused Records of a Source',
    model: 'x_support.import_source',
    groups,
    code: readCode(import.meta.url, 'show-source-refusals'),
  }),
  defineServerAction({
    id: 'action_import_run_refusals',
    label: 'Refused Records of a Run',
    model: 'x_support.import_run',
    groups,
    code: readCode(import.meta.url, 'show-run-refusals'),
  }),
];

export const refusalViews = [
  defineView({
    id: 'import_refusal_list',
    model,
    type: 'list',
    arch: `
<list string="Refused Records" create="0" decoration-muted="x_state != 'open'">
  <field name="x_kind"/>
  <field name="x_name" width="220px"/>
  <field name="x_reason"/>
  <field name="x_source_id" optional="show"/>
  <field name="x_attempts"/>
  <field name="x_last_at"/>
  <field name="x_state" widget="badge" decoration-warning="x_state == 'open'" decoration-success="x_state == 'resolved'"/>
  <button name="__supportdesk__.action_refusal_dismiss" type="action" string="Dismiss" invisible="x_state != 'open'"/>
</list>`,
  }),
  defineView({
    id: 'import_refusal_form',
    model,
    type: 'form',
    arch: `
<form string="Refused Record" create="0" edit="0">
  <header>
    <button name="__supportdesk__.action_refusal_add_value" type="action" string="Add the Value" class="btn-primary"
            invisible="x_state == 'resolved' or not x_value"
            confirm="The field offers this value from now on, to everyone, and the records that wait for it are imported."/>
    <button name="__supportdesk__.action_refusal_retry" type="action" string="Retry Now" class="btn-primary"
            invisible="x_state == 'resolved' or x_value"/>
    <button name="__supportdesk__.action_refusal_retry" type="action" string="Retry Now"
            invisible="x_state == 'resolved' or not x_value"/>
    <button name="__supportdesk__.action_refusal_dismiss" type="action" string="Dismiss" invisible="x_state != 'open'"/>
    <field name="x_state" widget="statusbar"/>
  </header>
  <sheet>
    <div class="oe_title"><h1><field name="x_name"/></h1></div>
    <div class="alert alert-warning" role="alert"><field name="x_reason" nolabel="1"/></div>
    <group>
      <group>
        <field name="x_kind"/>
        <field name="x_source_id"/>
        <field name="x_field" invisible="not x_value"/>
        <field name="x_value" invisible="not x_value"/>
        <field name="x_source_url" widget="url" text="Open in the Source" invisible="not x_source_url"/>
      </group>
      <group>
        <field name="x_attempts"/>
        <field name="x_last_at"/>
        <field name="x_next_at" invisible="x_state != 'open'"/>
        <field name="x_external_id"/>
      </group>
    </group>
    <separator string="Source’s Data" invisible="not x_data"/>
    <field name="x_data" nolabel="1" class="font-monospace small" invisible="not x_data"/>
  </sheet>
</form>`,
  }),
  defineView({
    id: 'import_refusal_search',
    model,
    type: 'search',
    arch: `
<search string="Refused Records">
  <field name="x_name" string="Record" filter_domain="['|', ('x_name', 'ilike', self), ('x_data', 'ilike', self)]"/>
  <field name="x_reason"/>
  <field name="x_source_id"/>
  <filter string="Open" name="open" domain="[('x_state', '=', 'open')]"/>
  <filter string="Dismissed" name="dismissed" domain="[('x_state', '=', 'dismissed')]"/>
  <group string="Group By">
    <filter string="Source" name="group_source" context="{'group_by': 'x_source_id'}"/>
    <filter string="Kind" name="group_kind" context="{'group_by': 'x_kind'}"/>
  </group>
</search>`,
  }),
];

export const refusalActions = [
  defineAction({
    id: 'action_import_refusals',
    label: 'Refused Records',
    path: 'support-import-refusals',
    model,
    views: ['list', 'form'],
    search: 'import_refusal_search',
    context: "{'search_default_open': 1}",
    help: '<p class="o_view_nocontent_smiling_face">Nothing was refused</p><p>Records that Odoo would not accept are listed here with the reason, and are tried again.</p>',
  }),
];

export const refusalMenus = [
  defineMenu({
    id: 'menu_import_refusals',
    label: 'Refused Records',
    parent: 'menu_operation_import',
    action: 'action_import_refusals',
    sequence: 62,
  }),
];
