import { defineView } from '../../../schema/index.ts';
import { OFFER } from '../../mail/offer.ts';
import { Ticket } from '../../tickets/models.ts';

/** In Python: the colour is the company's. */
const BUTTON = [
  "'display: inline-block; margin: 0 8px 8px 0; padding: 9px 16px; border-radius: 3px; font-size: 14px; font-weight: bold; text-decoration: none; border: 1px solid '",
  "(company.email_secondary_color or '#875A7B')",
  "'; color: #FFFFFF; background: '",
  "(company.email_secondary_color or '#875A7B')",
  "';'",
].join(' + ');

/** The button of a mail about an appointment, for its customer alone: the page that it leads to needs no login. */
export const visitLayout = defineView({
  id: 'mail_layout_visit',
  type: 'qweb',
  inherits: 'mail.mail_notification_layout',
  arch: `
<xpath expr="//t[hasclass('o_signature')]" position="after">
  <t t-set="visit_offer" t-value="message.model == '${Ticket.name}' and not has_button_access and record.env.context.get('${OFFER}') or {}"/>
  <p t-if="visit_offer.get('visit')" style="margin: 24px 0 16px 0;">
    <a t-att-href="visit_offer['visit']" t-att-style="${BUTTON}"><t t-if="visit_offer.get('chooses')">Choose a Time</t><t t-elif="visit_offer.get('is_over')">See the Appointment</t><t t-else="">See, Change or Cancel</t></a>
  </p>
</xpath>`,
});
