import { binary, boolean, char, datetime, html, manyToMany, manyToOne, selection } from '../field.ts';
import type { BuiltinModel } from '../model.ts';
import { TIMEZONES } from './timezones.ts';

export const resUsers: BuiltinModel = {
  name: 'res.users',
  label: 'User',
  order: 'name, login',
  fields: {
    partner_id: manyToOne('Related Partner', 'res.partner', { required: true }),
    login: char('Login', { required: true }),
    password: char('Password', { stored: false }),
    new_password: char('Set Password', { stored: false }),
    signature: html('Email Signature'),
    active: boolean('Active'),
    active_partner: boolean('Partner is Active', {
      readonly: true,
      stored: false,
      related: 'partner_id.active',
    }),
    action_id: manyToOne('Home Action', 'ir.actions.actions'),
    groups_id: manyToMany('Groups', 'res.groups'),
    share: boolean('Share User', { readonly: true, copied: false }),
    company_id: manyToOne('Company', 'res.company', { required: true }),
    company_ids: manyToMany('Companies', 'res.company'),
    login_date: datetime('Latest authentication', { stored: false, related: 'log_ids.create_date' }),
    name: char('Name', { stored: false, related: 'partner_id.name' }),
    email: char('Email', { stored: false, related: 'partner_id.email' }),
    lang: selection('Language', [['en_US', 'English (US)']], { stored: false, related: 'partner_id.lang' }),
    tz: selection('Timezone', TIMEZONES, { stored: false, related: 'partner_id.tz' }),
    phone: char('Phone', { stored: false, related: 'partner_id.phone' }),
    mobile: char('Mobile', { stored: false, related: 'partner_id.mobile' }),
    image_128: binary('Image 128', { readonly: true, stored: false, related: 'partner_id.image_128' }),
    image_1920: binary('Image', { stored: false, related: 'partner_id.image_1920' }),
    notification_type: selection(
      'Notification',
      [
        ['email', 'Handle by Emails'],
        ['inbox', 'Handle in Odoo'],
      ],
      { required: true, copied: false },
    ),
    commercial_partner_id: manyToOne('Commercial Entity', 'res.partner', {
      readonly: true,
      stored: false,
      related: 'partner_id.commercial_partner_id',
    }),
    is_company: boolean('Is a Company', { stored: false, related: 'partner_id.is_company' }),
    parent_id: manyToOne('Related Company', 'res.partner', {
      stored: false,
      related: 'partner_id.parent_id',
    }),
    function: char('Job Position', { stored: false, related: 'partner_id.function' }),
    odoobot_state: selection(
      'OdooBot Status',
      [
        ['not_initialized', 'Not initialized'],
        ['onboarding_emoji', 'Onboarding emoji'],
        ['onboarding_attachement', 'Onboarding attachment'],
        ['onboarding_command', 'Onboarding command'],
        ['onboarding_ping', 'Onboarding ping'],
        ['onboarding_canned', 'Onboarding canned'],
        ['idle', 'Idle'],
        ['disabled', 'Disabled'],
      ],
      { readonly: true },
    ),
  },
  access: ['base.group_erp_manager rwcu', 'base.group_user r', 'base.group_portal r', 'base.group_public r'],
  rules: [{ name: 'user rule', domain: "['|', ('share', '=', False), ('company_ids', 'in', company_ids)]" }],
};
