import { defineView } from '../../schema/index.ts';
import { Ticket } from '../tickets/models.ts';

/** Where customers find the portal; Odoo's own address where nobody told. */
export const PORTAL_PARAMETER = 'supportdesk.portal_url';

/** In Python: the colour is the company's. */
const BUTTON = [
  "'display: inline-block; padding: 8px 14px 9px; border-radius: 3px; color: #FFFFFF; font-size: 13px; font-weight: bold; '",
  "'text-decoration: none; background: '",
  "(company.email_secondary_color or '#875A7B')",
  "';'",
].join(' + ');

/**
 * What stands around every mail about a ticket to people who have no button of Odoo's own: those without access to Odoo.
 * Rendered by Odoo for all who read the same language, so it names nobody.
 */
export const layout = defineView({
  id: 'mail_layout_ticket',
  type: 'qweb',
  inherits: 'mail.mail_notification_layout',
  arch: `
<data>
  <xpath expr="//t[@t-call='mail.notification_preview']" position="after">
    <t t-if="message.model == '${Ticket.name}' and not has_button_access">
      <table role="presentation" cellspacing="0" cellpadding="0" border="0" style="width: 100%; max-width: 900px; margin: 4px 0 12px 0;">
        <tr>
          <td style="font-size: 12px; color: #5f636f; vertical-align: middle;">
            <strong t-out="record.sudo().x_ticket_ref or ''"/>
            <span t-out="record.sudo().x_subject"/>
          </td>
          <td align="right" style="vertical-align: middle;" t-if="company and not company.uses_default_logo">
            <img t-attf-src="/logo.png?company={{ company.id }}" style="height: 40px;" t-att-alt="company.name"/>
          </td>
        </tr>
        <tr>
          <td colspan="2"><hr width="100%" style="background-color: #cccccc; border: none; height: 1px; margin: 8px 0 0 0;"/></td>
        </tr>
      </table>
    </t>
  </xpath>
  <xpath expr="//t[hasclass('o_signature')]" position="after">
    <t t-if="message.model == '${Ticket.name}' and not has_button_access">
      <p style="margin: 20px 0 8px 0;">
        <a t-attf-href="{{ record.env['ir.config_parameter'].sudo().get_param('${PORTAL_PARAMETER}') or record.get_base_url() }}/my/tickets/{{ record.id }}" t-att-style="${BUTTON}">View Ticket</a>
      </p>
    </t>
  </xpath>
</data>`,
});
