import { defineView } from '../../../schema/index.ts';
import { Appointment } from '../models.ts';
import { RESERVING } from '../visit.ts';

/** A leaf of a calendar with a tick on Odoo's purple. */
const ICON = `
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">
  <rect width="64" height="64" rx="12" fill="#714B67"/>
  <rect x="14" y="17" width="36" height="33" rx="5" fill="#fff"/>
  <path d="M14 28h36" stroke="#E46E78" stroke-width="5"/>
  <path d="M23 12v9M41 12v9" stroke="#fff" stroke-width="5" stroke-linecap="round"/>
  <path d="m24 39 6 6 11-11" fill="none" stroke="#714B67" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>
</svg>`.trim();
const ICON_URL = `data:image/svg+xml;base64,${Buffer.from(ICON).toString('base64')}`;

const COMING = `[('x_status', 'in', [${RESERVING.map((status) => `'${status}'`).join(', ')}]), '|', ('x_scheduled_date', '=', False), ('x_end_datetime', '&gt;', datetime.datetime.now())]`;

/** As with tickets: customers have no line on appointments, and are counted theirs within their rule. */
const COUNT = `support_visits.has_access('read') and support_visits.search_count(${COMING})
        or env.user.has_group('base.group_portal') and support_rules._get_rules('${Appointment.name}', 'read').sudo().mapped('groups')
        and support_visits.sudo().search_count(support_rules._compute_domain('${Appointment.name}', 'read') + ${COMING})`;

/** Where Odoo's own page for customers leads to their appointments. */
export const portalTile = defineView({
  id: 'appointments_portal_tile',
  type: 'qweb',
  inherits: 'portal.portal_my_home',
  priority: 41,
  arch: `
<data>
  <xpath expr="//div[hasclass('o_portal_docs')]" position="before">
    <t t-set="portal_client_category_enable" t-value="True"/>
  </xpath>
  <div id="portal_client_category" position="inside">
    <t t-set="support_visits" t-value="env['${Appointment.name}']"/>
    <t t-set="support_rules" t-value="env['ir.rule']"/>
    <t t-call="portal.portal_docs_entry">
      <t t-set="icon" t-value="'${ICON_URL}'"/>
      <t t-set="title">Appointments</t>
      <t t-set="text">See when we meet, and book a visit</t>
      <t t-set="url" t-value="'/my/appointments'"/>
      <t t-set="count" t-value="${COUNT} or None"/>
      <t t-set="config_card" t-value="True"/>
    </t>
  </div>
</data>`,
});
