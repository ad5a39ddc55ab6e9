import { z } from 'zod';
import { defineAskedAction } from '../../../actions/asked-action.ts';
import {
  defineAccess,
  defineRule,
  defineServerAction,
  defineView,
  extendModel,
  field,
  readCode,
} from '../../../schema/index.ts';
import { PORTAL_PARAMETER } from '../../mail/layout.ts';
import { EVERY_TECHNICIAN } from '../../tickets/grant-access.ts';
import { PORTAL_MODULE } from '../../tickets/once-action.ts';
import { AppointmentFeed, AppointmentTechnician } from '../models.ts';

const model = AppointmentFeed.name;
const visit_feed = readCode(import.meta.url, 'feed-address', { module: PORTAL_MODULE });

/** Where a calendar program finds it. */
export const Feed = extendModel(AppointmentFeed, {
  fields: {
    x_address: field.computed('char', 'Address', {
      depends: ['x_secret'],
      compute: `record.x_secret and (record.env['ir.config_parameter'].sudo().get_param('${PORTAL_PARAMETER}') or record.env['ir.config_parameter'].sudo().get_param('web.base.url') or '') + '/supportdesk/calendar/' + record.x_secret + '.ics'`,
    }),
  },
});

/** A customer's own: `{partner, do: 'make' | 'anew' | 'revoke'}`; false where there is none, or none any more. */
export const customerFeedAction = defineAskedAction({
  id: 'action_visit_customer_feed',
  label: 'Support appointments: the address of a customer’s calendar',
  model,
  asked: 'supportdesk_customer_feed',
  code: (asked) => readCode(import.meta.url, 'customer-feed', { asked, visit_feed }),
  answer: z.object({ secret: z.string().or(z.literal(false)) }),
});

export const feedActions = [
  customerFeedAction.declaration,
  defineServerAction({
    id: 'action_visit_technician_feed',
    label: 'Calendar Address',
    model: AppointmentTechnician.name,
    groups: [EVERY_TECHNICIAN],
    menuOf: ['list', 'form'],
    says: ['visit.feed.notYours', 'visit.feed.title'],
    code: readCode(import.meta.url, 'technician-feed', { visit_feed }),
  }),
  changeAction('anew', 'New Address'),
  changeAction('revoke', 'Revoke'),
];

function changeAction(change: 'anew' | 'revoke', label: string) {
  return defineServerAction({
    id: `action_visit_feed_${change}`,
    label,
    model,
    groups: [EVERY_TECHNICIAN],
    code: readCode(import.meta.url, 'change-feed', { visit_feed, do: change }),
  });
}

export const feedViews = [
  defineView({
    id: 'appointment_feed_form',
    model,
    type: 'form',
    arch: `
<form string="Support Calendar Feed" create="0" edit="0" delete="0">
  <sheet>
    <div class="oe_title"><h1><field name="x_name"/></h1></div>
    <group>
      <field name="x_address" widget="CopyClipboardURL" invisible="not x_address"/>
      <field name="x_is_technician" invisible="1"/>
    </group>
    <p invisible="not x_address">Subscribe to this address in a calendar: Google Calendar, Outlook and Apple’s all take it. Whoever knows it sees the appointments, so keep it to yourself.</p>
    <p invisible="x_address">It was revoked: calendars that subscribed get nothing any more.</p>
    <div>
      <button name="__supportdesk__.action_visit_feed_anew" type="action" string="New Address" class="btn-secondary"/>
      <button name="__supportdesk__.action_visit_feed_revoke" type="action" string="Revoke" class="btn-secondary" invisible="not x_address"/>
    </div>
  </sheet>
</form>`,
  }),
];

export const feedAccess = [
  defineAccess({
    id: 'access_appointment_feed_technician',
    model,
    group: EVERY_TECHNICIAN,
    rights: ['read'],
  }),
];

export const feedRules = [
  defineRule({
    id: 'rule_appointment_feed_technician',
    label: 'Support calendar feeds: technicians see their own',
    model,
    groups: [EVERY_TECHNICIAN],
    domain: "[('x_partner_id', '=', user.partner_id.id)]",
    rights: ['read'],
  }),
  defineRule({
    id: 'rule_appointment_feed_administrator',
    label: 'Support calendar feeds: administrators see all',
    model,
    groups: ['group_administrator', 'group_service'],
    domain: "[(1, '=', 1)]",
    rights: ['read', 'write', 'create', 'delete'],
  }),
  defineRule({
    id: 'rule_appointment_feed_portal',
    label: 'Support calendar feeds: customers see their own',
    model,
    groups: ['base.group_portal'],
    domain: "[('x_partner_id', '=', user.partner_id.id), ('x_is_technician', '=', False)]",
    rights: ['read'],
  }),
];
