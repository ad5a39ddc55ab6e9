import { partnerForm } from './partner-form.ts';
import { portalHome } from './portal-home.ts';
import { record, ref, type SeedRecord } from './ref.ts';

const installed =
  'base web mail sms portal rating contacts calendar maintenance base_automation website resource base_setup'.split(
    ' ',
  );
const uninstalled = 'board crm project sale stock account hr lunch survey'.split(' ');

const versions: Readonly<Record<string, string>> = {
  base: '18.0.1.3',
  mail: '18.0.1.18',
  calendar: '18.0.1.1',
  rating: '18.0.1.1',
  resource: '18.0.1.1',
  sms: '18.0.3.0',
};

const moduleRecord = (name: string, state: string) => {
  const version = versions[name] ?? '18.0.1.0';
  return record('ir.module.module', `base.module_${name}`, {
    name,
    state,
    shortdesc: name,
    installed_version: version,
    latest_version: state === 'installed' ? version : false,
    sequence: 100,
  });
};

const subtype = (externalId: string, name: string, values: Readonly<Record<string, unknown>>) =>
  record('mail.message.subtype', externalId, {
    name,
    internal: false,
    default: false,
    hidden: false,
    ...values,
  });

const parameter = (key: string, value: string) =>
  record('ir.config_parameter', `base.${key.replaceAll('.', '_')}`, { key, value });

/** One of the languages that Odoo knows and nobody has installed yet. */
const language = (externalId: string, name: string, code: string, iso: string) =>
  record('res.lang', externalId, {
    name,
    code,
    iso_code: iso,
    url_code: iso,
    active: false,
    direction: 'ltr',
    date_format: '%d-%m-%Y',
    time_format: '%H:%M:%S',
    week_start: '1',
    grouping: '[3,0]',
    decimal_point: ',',
    thousands_sep: '.',
  });

const menu = (externalId: string, name: string, sequence: number) =>
  record('ir.ui.menu', externalId, { name, sequence, active: true });

/** What else a fresh database holds, as far as callers meet it. */
export const baseRecords: readonly SeedRecord[] = [
  ...installed.map((name) => moduleRecord(name, 'installed')),
  ...uninstalled.map((name) => moduleRecord(name, 'uninstalled')),
  moduleRecord('helpdesk', 'uninstallable'),
  record('res.lang', 'base.lang_en', {
    name: 'English (US)',
    code: 'en_US',
    iso_code: 'en',
    url_code: 'en',
    active: true,
    direction: 'ltr',
    date_format: '%m/%d/%Y',
    time_format: '%H:%M:%S',
    week_start: '7',
    grouping: '[3,0]',
    decimal_point: '.',
    thousands_sep: ',',
  }),
  language('base.lang_nl', 'Dutch / Nederlands', 'nl_NL', 'nl'),
  language('base.lang_es', 'Spanish / Español', 'es_ES', 'es'),
  language('base.lang_fr', 'French / Français', 'fr_FR', 'fr'),
  language('base.lang_th', 'Thai / ภาษาไทย', 'th_TH', 'th'),
  record('res.country', 'base.be', { name: 'Belgium', code: 'BE', phone_code: 32 }),
  record('res.country', 'base.fr', { name: 'France', code: 'FR', phone_code: 33 }),
  record('res.country', 'base.nl', { name: 'Netherlands', code: 'NL', phone_code: 31 }),
  record('res.country', 'base.es', { name: 'Spain', code: 'ES', phone_code: 34 }),
  record('res.country', 'base.th', { name: 'Thailand', code: 'TH', phone_code: 66 }),
  record('res.country', 'base.us', { name: 'United States', code: 'US', phone_code: 1 }),
  subtype('mail.mt_comment', 'Discussions', { default: true, sequence: 0 }),
  subtype('mail.mt_note', 'Note', { internal: true, sequence: 100 }),
  subtype('mail.mt_activities', 'Activities', { internal: true, sequence: 90 }),
  record('mail.activity.type', 'mail.mail_activity_data_email', { name: 'Email', sequence: 3, active: true }),
  record('mail.activity.type', 'mail.mail_activity_data_call', { name: 'Call', sequence: 6, active: true }),
  record('mail.activity.type', 'mail.mail_activity_data_meeting', {
    name: 'Meeting',
    sequence: 9,
    active: true,
  }),
  record('mail.activity.type', 'mail.mail_activity_data_todo', { name: 'To-Do', sequence: 12, active: true }),
  record('resource.calendar', 'resource.resource_calendar_std', {
    name: 'Standard 40 hours/week',
    tz: 'UTC',
    active: true,
    hours_per_day: 8,
    company_id: ref('base.main_company'),
  }),
  parameter('base.login_cooldown_after', '10'),
  parameter('base.login_cooldown_duration', '60'),
  parameter('base_setup.default_user_rights', 'True'),
  parameter('web.base.url', 'http://localhost:8069'),
  parameter('database.uuid', '00000000-0000-4000-8000-000000000000'),
  menu('mail.menu_root_discuss', 'Discuss', 5),
  menu('calendar.mail_menu_calendar', 'Calendar', 10),
  menu('contacts.menu_contacts', 'Contacts', 20),
  menu('website.menu_website_configuration', 'Website', 95),
  menu('maintenance.menu_maintenance_title', 'Maintenance', 160),
  menu('base.menu_management', 'Apps', 500),
  menu('base.menu_administration', 'Settings', 550),
  record('ir.ui.view', 'base.view_partner_form', {
    name: 'res.partner.form',
    model: 'res.partner',
    type: 'form',
    mode: 'primary',
    priority: 1,
    active: true,
    arch_db: partnerForm,
  }),
  record('ir.ui.view', 'portal.portal_layout', {
    name: 'Portal Layout',
    key: 'portal.portal_layout',
    type: 'qweb',
    mode: 'primary',
    priority: 16,
    active: true,
    arch_db: '<t t-name="portal.portal_layout"><div id="wrap" class="o_portal_wrap"><t t-out="0"/></div></t>',
  }),
  record('ir.ui.view', 'portal.portal_docs_entry', {
    name: 'Portal Docs Entry',
    key: 'portal.portal_docs_entry',
    type: 'qweb',
    mode: 'primary',
    priority: 16,
    active: true,
    arch_db: '<t t-name="portal.portal_docs_entry"><a t-att-href="url"><t t-out="title"/></a></t>',
  }),
  record('ir.ui.view', 'portal.portal_my_home', {
    name: 'My Portal',
    key: 'portal.portal_my_home',
    type: 'qweb',
    mode: 'primary',
    priority: 16,
    active: true,
    arch_db: portalHome,
  }),
];
