import { defineView } from '../../schema/index.ts';

/** What only a Zammad has, in the views of all sources. */
export const sourceViews = [
  defineView({
    id: 'import_source_list_zammad',
    model: 'x_support.import_source',
    type: 'list',
    inherits: 'import_source_list',
    arch: `
<xpath expr="//field[@name='x_url']" position="before">
  <field name="x_kind"/>
</xpath>`,
  }),
  defineView({
    id: 'import_source_form_zammad',
    model: 'x_support.import_source',
    type: 'form',
    inherits: 'import_source_form',
    arch: `
<data>
  <xpath expr="//field[@name='x_url']" position="before">
    <field name="x_kind" readonly="1" invisible="not x_kind"/>
  </xpath>
  <xpath expr="//page[@name='runs']" position="after">
    <page string="Query" name="query" invisible="x_kind != 'sql'">
      <field name="x_query" nolabel="1" class="font-monospace" placeholder="SELECT …"/>
    </page>
    <page string="Extra Columns" name="mapping" invisible="not x_kind">
      <field name="x_mapping" nolabel="1" class="font-monospace" placeholder="column: x_field"/>
    </page>
  </xpath>
</data>`,
  }),
];
