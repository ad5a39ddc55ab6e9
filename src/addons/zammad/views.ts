import { defineView } from '../../schema/index.ts';

export const views = [
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
