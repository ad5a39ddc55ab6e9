import { defineView } from '../../schema/index.ts';
import { Ticket } from '../tickets/models.ts';
import { OFFER } from './offer.ts';

/** Where customers find the portal; Odoo's own address where nobody told. */
export const PORTAL_PARAMETER = 'supportdesk.portal_url';

const IS_OURS = `message.model == '${Ticket.name}'`;

/** In Python: the colour is the company's. */
const BUTTON = [
  "'display: inline-block; padding: 9px 16px 10px; border-radius: 4px; color: #FFFFFF; font-size: 14px; font-weight: bold; '",
  "'text-decoration: none; background-color: '",
  "(company.email_secondary_color or '#875A7B')",
  "';'",
].join(' + ');

const QUIET = 'font-size: 12px; line-height: 18px; color: #5f636f; vertical-align: middle;';

/** Not as a text of the page, which would be one to translate. */
const DOT = `<t t-out="' · '"/>`;

/** In one line: each end of one would be an empty line of the text part. */
const foot = [
  `<t t-if="${IS_OURS}">`,
  // Odoo goes by a field of a name that no field of ours can have.
  `<t t-set="company" t-value="record.sudo().x_company_id or company"/>`,
  `<t t-set="portal" t-value="record.env['ir.config_parameter'].sudo().get_param('${PORTAL_PARAMETER}') or record.get_base_url()"/>`,
  // Where a mail offers its reader another way that leads further.
  `<p t-if="not (record.env.context.get('${OFFER}') or {}).get('instead')" style="margin: 24px 0 24px 0;">`,
  `<a t-att-href="button_access['url'] if has_button_access else portal + '/my/tickets/' + str(record.id)" t-att-style="${BUTTON}">View Ticket</a>`,
  '</p>',
  '<table role="presentation" cellspacing="0" cellpadding="0" border="0" style="width: 100%; max-width: 640px; border-top: 1px solid #d0d3d8;"><tr>',
  `<td style="${QUIET} padding: 12px 0 0 0;">`,
  `<span style="font-weight: bold;" t-out="record.sudo().x_ticket_ref or ''"/>${DOT}<span t-out="record.sudo().x_name"/><br/>`,
  `<span t-out="company.name"/><t t-if="company.phone">${DOT}<span t-out="company.phone"/></t>`,
  `<t t-if="company.website">${DOT}<span t-out="company.website.replace('https://', '').replace('http://', '')"/></t>`,
  '</td></tr><tr t-if="not company.uses_default_logo"><td style="padding: 10px 0 0 0;">',
  // On white, since most logos are made for paper and many read in the dark; programs that darken colours leave a gradient.
  '<img t-attf-src="{{ portal }}/logo.png?company={{ company.id }}" style="height: 36px; max-width: 180px; padding: 4px; border-radius: 4px; background: #FFFFFF linear-gradient(#FFFFFF, #FFFFFF);" t-att-alt="company.name"/>',
  '</td></tr></table></t>',
].join('');

/**
 * What stands around every mail about a ticket. A letter: first what is said, so that an inbox shows its first words, then
 * the button, and at the foot which ticket it is about and who writes. What is hidden in Odoo's own layout to fill the
 * inbox's line would stand in the text part, which Odoo makes of the page. Rendered by Odoo for all who read the same language, so it names nobody.
 */
export const layout = defineView({
  id: 'mail_layout_ticket',
  type: 'qweb',
  inherits: 'mail.mail_notification_layout',
  arch: `
<data>
  <xpath expr="//t[@t-call='mail.notification_preview']" position="attributes">
    <attribute name="t-if">not (${IS_OURS})</attribute>
  </xpath>
  <xpath expr="//t[@t-set='show_footer']" position="after">
    <t t-set="show_header" t-value="show_header and not (${IS_OURS})"/>
    <t t-set="show_footer" t-value="show_footer and not (${IS_OURS})"/>
  </xpath>
  <xpath expr="//div[@t-out='message.body']" position="attributes">
    <attribute name="t-att-style">'font-size: 14px; line-height: 21px; max-width: 640px;' if ${IS_OURS} else 'font-size: 13px;'</attribute>
  </xpath>
  <xpath expr="//t[hasclass('o_signature')]" position="after">
    ${foot}
  </xpath>
</data>`,
});
