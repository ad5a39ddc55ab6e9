import { defineView } from '../../schema/index.ts';
import { ReportContact } from './models.ts';

export const views = [
  defineView({
    id: 'partner_form_report',
    model: ReportContact.name,
    type: 'form',
    inherits: 'base.view_partner_form',
    priority: 32,
    arch: `
<xpath expr="//field[@name='category_id']" position="after">
  <field name="x_wants_report" groups="__supportdesk__.group_technician_own"/>
  <field name="x_reported_month" groups="__supportdesk__.group_technician_own" invisible="not x_reported_month"/>
</xpath>`,
  }),
];
