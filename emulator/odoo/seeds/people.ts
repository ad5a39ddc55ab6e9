import { record, ref, type SeedRecord } from './ref.ts';

const category = (externalId: string, name: string, parent?: string) =>
  record('ir.module.category', externalId, { name, parent_id: parent ? ref(parent) : false });

const group = (
  id: number,
  externalId: string,
  name: string,
  categoryId: string | false,
  implied: readonly string[] = [],
) =>
  record(
    'res.groups',
    externalId,
    { name, category_id: categoryId ? ref(categoryId) : false, implied_ids: implied.map(ref) },
    id,
  );

const partner = (externalId: string, name: string, id: number, values = {}) =>
  record('res.partner', externalId, { name, type: 'contact', active: true, lang: 'en_US', ...values }, id);

const user = (externalId: string, id: number, values: Readonly<Record<string, unknown>>) =>
  record(
    'res.users',
    externalId,
    {
      company_id: ref('base.main_company'),
      company_ids: [ref('base.main_company')],
      active: false,
      ...values,
    },
    id,
  );

const staff = [
  ...['base.group_allow_export', 'base.group_sanitize_override', 'base.group_partner_manager'],
  ...['website.group_website_designer', 'website.group_website_restricted_editor'],
  ...['base.group_user', 'base.group_no_one'],
];

const administrators = [
  ...staff,
  ...['base.group_erp_manager', 'base.group_system', 'mail.group_mail_canned_response_admin'],
  ...['mail.group_mail_template_editor', 'maintenance.group_equipment_manager'],
];

/** Companies, groups and the users that a fresh database holds. */
export const people: readonly SeedRecord[] = [
  category('base.module_category_hidden', 'Technical'),
  category('base.module_category_services', 'Services'),
  category('base.module_category_services_helpdesk', 'Helpdesk', 'base.module_category_services'),
  category('base.module_category_maintenance', 'Maintenance'),
  category('base.module_category_website', 'Website'),
  category('base.module_category_user_type', 'User types'),
  category('base.module_category_administration', 'Administration'),
  category('base.module_category_usability', 'Extra Rights'),
  category('mail.module_category_canned_response', 'Canned Responses'),
  group(7, 'base.group_no_one', 'Technical Features', 'base.module_category_usability'),
  group(1, 'base.group_user', 'Internal User', 'base.module_category_user_type', ['base.group_no_one']),
  group(2, 'base.group_erp_manager', 'Access Rights', 'base.module_category_administration', [
    'base.group_user',
  ]),
  group(3, 'base.group_sanitize_override', 'Bypass HTML Field Sanitize', false),
  group(
    12,
    'mail.group_mail_canned_response_admin',
    'Canned Response Administrator',
    'mail.module_category_canned_response',
  ),
  group(16, 'website.group_website_restricted_editor', 'Restricted Editor', 'base.module_category_website'),
  group(17, 'website.group_website_designer', 'Editor and Designer', 'base.module_category_website', [
    'base.group_sanitize_override',
    'website.group_website_restricted_editor',
  ]),
  group(13, 'mail.group_mail_template_editor', 'Mail Template Editor', 'base.module_category_hidden'),
  group(4, 'base.group_system', 'Settings', 'base.module_category_administration', [
    'base.group_erp_manager',
    'base.group_sanitize_override',
    'mail.group_mail_canned_response_admin',
    'website.group_website_designer',
    'mail.group_mail_template_editor',
  ]),
  group(5, 'base.group_multi_company', 'Multi Companies', 'base.module_category_usability'),
  group(6, 'base.group_multi_currency', 'Multi Currencies', 'base.module_category_usability'),
  group(8, 'base.group_allow_export', 'Access to export feature', 'base.module_category_hidden'),
  group(9, 'base.group_partner_manager', 'Contact Creation', 'base.module_category_usability'),
  group(
    18,
    'website.website_page_controller_expose',
    'Public access to arbitrary exposed model',
    'base.module_category_hidden',
  ),
  group(10, 'base.group_portal', 'Portal', 'base.module_category_user_type', [
    'website.website_page_controller_expose',
  ]),
  group(11, 'base.group_public', 'Public', 'base.module_category_user_type', [
    'website.website_page_controller_expose',
  ]),
  group(
    14,
    'mail.group_mail_notification_type_inbox',
    'Receive notifications in Odoo',
    'base.module_category_hidden',
  ),
  group(15, 'maintenance.group_equipment_manager', 'Equipment Manager', 'base.module_category_maintenance', [
    'base.group_user',
  ]),
  record('res.currency', 'base.USD', { name: 'USD', symbol: '$', rounding: 0.01, active: true }),
  record('res.currency', 'base.EUR', { name: 'EUR', symbol: '€', rounding: 0.01, active: true }),
  partner('base.main_partner', 'My Company', 1, { is_company: true }),
  record('res.company', 'base.main_company', {
    name: 'My Company',
    partner_id: ref('base.main_partner'),
    currency_id: ref('base.USD'),
    active: true,
    sequence: 0,
  }),
  partner('base.partner_root', 'OdooBot', 2, {
    active: false,
    email: 'odoobot@example.com',
    company_id: ref('base.main_company'),
  }),
  partner('base.partner_admin', 'Administrator', 3, {
    email: 'admin@example.com',
    company_id: ref('base.main_company'),
  }),
  partner('base.public_partner', 'Public user', 4, { active: false }),
  partner('base.default_user_res_partner', 'Default User Template', 5, { active: false }),
  partner('base.template_portal_user_id_res_partner', 'Portal User Template', 6, { active: false }),
  user('base.user_root', 1, {
    login: '__system__',
    partner_id: ref('base.partner_root'),
    groups_id: administrators.map(ref),
  }),
  user('base.user_admin', 2, {
    login: 'admin',
    active: true,
    partner_id: ref('base.partner_admin'),
    groups_id: administrators.map(ref),
    signature: '<span>-- <br>Administrator</span>',
  }),
  user('base.default_user', 3, {
    login: 'default',
    partner_id: ref('base.default_user_res_partner'),
    groups_id: staff.map(ref),
  }),
  user('base.public_user', 4, {
    login: 'public',
    partner_id: ref('base.public_partner'),
    groups_id: ['base.group_public', 'website.website_page_controller_expose'].map(ref),
  }),
  user('base.template_portal_user_id', 5, {
    login: 'portaltemplate',
    partner_id: ref('base.template_portal_user_id_res_partner'),
    groups_id: ['base.group_portal', 'website.website_page_controller_expose'].map(ref),
  }),
];
