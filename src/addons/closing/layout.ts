import { defineView } from '../../schema/index.ts';
import { OFFER } from '../mail/offer.ts';
import { ClosingTicket } from './models.ts';

/** In Python: the colour is the company's. */
const button = (isFilled: boolean) =>
  [
    "'display: inline-block; margin: 0 8px 8px 0; padding: 9px 16px; border-radius: 3px; font-size: 14px; font-weight: bold; text-decoration: none; border: 1px solid '",
    "(company.email_secondary_color or '#875A7B')",
    isFilled ? "'; color: #FFFFFF; background: '" : "'; background: #FFFFFF; color: '",
    "(company.email_secondary_color or '#875A7B')",
    "';'",
  ].join(' + ');

const STARS = [1, 2, 3, 4, 5]
  .map(
    (star) =>
      `<a t-attf-href="{{ offer['rate'] }}?stars=${star}" style="display: inline-block; padding: 4px 6px; font-size: 26px; line-height: 1; color: #B7791F; text-decoration: none;" title="${star} / 5">★</a>`,
  )
  .join('\n        ');

/**
 * What a mail offers its customer: two answers, or five stars. Each leads to a page, where it is given: what opens the
 * addresses in mails to look for danger changes nothing.
 */
export const layout = defineView({
  id: 'mail_layout_offer',
  type: 'qweb',
  inherits: 'mail.mail_notification_layout',
  arch: `
<xpath expr="//t[hasclass('o_signature')]" position="after">
  <t t-if="message.model == '${ClosingTicket.name}' and not has_button_access and record.env.context.get('${OFFER}')">
    <t t-set="offer" t-value="record.env.context.get('${OFFER}')"/>
    <p t-if="offer.get('closes_at')" style="margin: 20px 0 0 0;">
      <span>Without an answer from you we close this ticket on</span> <strong t-out="offer['closes_at']"/>
    </p>
    <t t-if="offer.get('not_yet')">
      <p style="margin: 20px 0 8px 0; font-weight: bold;">Is it solved?</p>
      <p style="margin: 0;">
        <a t-if="offer.get('solved')" t-att-href="offer['solved']" t-att-style="${button(true)}">Yes, it is solved</a>
        <a t-att-href="offer['not_yet']" t-att-style="${button(false)}">Not yet, because …</a>
      </p>
    </t>
    <t t-if="offer.get('rate')">
      <p style="margin: 20px 0 4px 0; font-weight: bold;">How many stars do you give us?</p>
      <p style="margin: 0;">
        ${STARS}
      </p>
    </t>
  </t>
</xpath>`,
});
