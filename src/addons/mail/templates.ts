import { defineMailTemplate, type MailTemplateDeclaration } from '../../schema/index.ts';
import { Ticket } from '../tickets/models.ts';
import type { MailEventName } from './matrix.ts';

/**
 * The words of each event, handed out once: from then on they are changed in Odoo, under Support › Configuration › Mails.
 * The reference goes before every subject by itself, the logo, the ticket and the button around every body. To people
 * outside the subject is the ticket's own, the same in every mail: mail programs keep together what has one subject.
 */
interface Words {
  readonly name: string;
  readonly subject: string;
  readonly body: readonly string[];
}

export const GREETING = '<p>Hello <t t-out="object.x_partner_id.name or \'\'"/>,</p>';
/** What whoever fired the event adds: an answer, a reason. */
const NOTE = "<div><t t-out=\"ctx.get('supportdesk_note') or ''\"/></div>";
export const TICKET_NAME = '{{ object.x_name }}';
const CUSTOMER = '<p>Customer: <strong t-out="object.x_partner_id.display_name or \'?\'"/></p>';
const DESCRIPTION = '<div><t t-out="object.x_description or \'\'"/></div>';

const outside: Readonly<Partial<Record<MailEventName, Words>>> = {
  opened: {
    name: 'Support: your ticket has arrived',
    subject: TICKET_NAME,
    body: [
      GREETING,
      '<p>Thank you for your message. It has reached us, and we will get back to you as soon as we can.</p>',
      '<p>Your reference: <strong t-out="object.x_ticket_ref"/></p>',
      NOTE,
      '<p>If you would like to add something, simply reply to this email.</p>',
    ],
  },
  stage: {
    name: 'Support: your ticket has moved on',
    subject: TICKET_NAME,
    body: [GREETING, '<p>There is news about your ticket.</p>', NOTE],
  },
  waiting: {
    name: 'Support: we are waiting for you',
    subject: TICKET_NAME,
    body: [
      GREETING,
      '<p>To go on with your ticket, we need to hear from you. Our last message says what is missing.</p>',
      NOTE,
      '<p>You can simply reply to this email.</p>',
    ],
  },
  reminded: {
    name: 'Support: we still need your answer',
    subject: TICKET_NAME,
    body: [
      GREETING,
      '<p>We are still waiting to hear from you. This is what we wrote last:</p>',
      NOTE,
      '<p>You can simply reply to this email.</p>',
    ],
  },
  solved: {
    name: 'Support: your ticket is solved',
    subject: TICKET_NAME,
    body: [
      GREETING,
      '<p>We have marked your ticket as solved.</p>',
      NOTE,
      '<p>Is something still not right? Simply reply to this email, and we will take it up again.</p>',
    ],
  },
  closed: {
    name: 'Support: your ticket is closed',
    subject: TICKET_NAME,
    body: [
      GREETING,
      '<p>Your ticket is closed.</p>',
      NOTE,
      '<p>If you need us again, simply reply to this email.</p>',
    ],
  },
  rating: {
    name: 'Support: how did we do?',
    subject: TICKET_NAME,
    body: [
      GREETING,
      '<p>Your ticket is closed. How did we do?</p>',
      NOTE,
      '<p>On the page of the ticket you can rate our help; it only takes a moment.</p>',
    ],
  },
  merged: {
    name: 'Support: your ticket was merged',
    subject: TICKET_NAME,
    body: [
      GREETING,
      '<p>We already have a ticket about the same thing, so we have put the two together. We go on there.</p>',
      '<p>Your reference: <strong t-out="object.x_merged_into_id.x_ticket_ref or object.x_ticket_ref"/></p>',
      NOTE,
    ],
  },
};

const desk: Readonly<Partial<Record<MailEventName, Words>>> = {
  opened: {
    name: 'Support desk: a new ticket',
    subject: `New: ${TICKET_NAME}`,
    body: ['<p>A new ticket has come in.</p>', CUSTOMER, DESCRIPTION],
  },
  answered_by_desk: {
    name: 'Support desk: a colleague answered',
    subject: `Answered: ${TICKET_NAME}`,
    body: ['<p>The desk has answered this ticket.</p>', CUSTOMER, NOTE],
  },
  answered_by_customer: {
    name: 'Support desk: the customer answered',
    subject: `Customer answered: ${TICKET_NAME}`,
    body: ['<p>There is an answer from outside.</p>', CUSTOMER, NOTE],
  },
  assigned: {
    name: 'Support desk: a ticket is assigned',
    subject: `Assigned: ${TICKET_NAME}`,
    body: [
      '<p>Assigned to: <strong t-out="object.x_user_id.name or \'?\'"/></p>',
      CUSTOMER,
      NOTE,
      DESCRIPTION,
    ],
  },
  escalating: {
    name: 'Support desk: a ticket needs attention',
    subject: `Needs attention: ${TICKET_NAME}`,
    body: ['<p>This ticket needs attention.</p>', CUSTOMER, NOTE],
  },
};

export const outsideTemplateId = (event: MailEventName): string => `mail_template_${event}`;
export const deskTemplateId = (event: MailEventName): string => `mail_template_desk_${event}`;

export const templates: readonly MailTemplateDeclaration[] = [
  ...defineAll(outside, outsideTemplateId),
  ...defineAll(desk, deskTemplateId),
];

function defineAll(
  words: Readonly<Partial<Record<MailEventName, Words>>>,
  idOf: (event: MailEventName) => string,
): readonly MailTemplateDeclaration[] {
  return Object.entries(words).map(([event, { name, subject, body }]) =>
    defineMailTemplate({
      // The keys of a record are texts to TypeScript.
      id: idOf(event as MailEventName),
      label: name,
      model: Ticket.name,
      subject,
      body: `<div>\n  ${body.join('\n  ')}\n</div>`,
      // For Odoo's own preview, and for whoever sends it by hand; the matrix chooses its own recipients.
      toPartners: '{{ object.x_partner_id.id }}',
      language: '{{ object.x_partner_id.lang }}',
    }),
  );
}
