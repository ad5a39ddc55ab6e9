import { defineMailTemplate } from '../../schema/index.ts';
import { GREETING, TICKET_NAME } from '../mail/templates.ts';
import { Ticket } from '../tickets/models.ts';

export const NOTICE_TEMPLATE = 'mail_template_closing_notice';

/** The first word of it; the chaser is the matrix’s own template of the event. */
export const mailTemplates = [
  defineMailTemplate({
    id: NOTICE_TEMPLATE,
    label: 'Support: when your ticket will close',
    model: Ticket.name,
    subject: TICKET_NAME,
    body: `<div>
  ${GREETING}
  <p>We have answered your ticket and are waiting to hear from you.</p>
</div>`,
    toPartners: '{{ object.x_partner_id.id }}',
    language: '{{ object.x_partner_id.lang }}',
  }),
];
