/** What the organisation decided, where Odoo’s own rules find it: keys of `ir.config_parameter`. */
export const UNKNOWN_PARAMETER = 'supportdesk.mail_unknown';
export const STAFF_PARAMETER = 'supportdesk.mail_staff';
export const MOST_PARAMETER = 'supportdesk.mail_most_an_hour';
