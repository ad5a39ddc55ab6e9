import type { SessionUser } from '../../../odoo/session.ts';
import { mapMail } from '../../../outbox/mail-kind.ts';
import type { NewOutboxLine } from '../../../outbox/outbox-line.ts';
import type { PortalServices } from '../../../portal/route.ts';
import { ticketPath } from '../ticket-view.ts';
import { REFERENCE, TICKET_ID } from './open-ticket.ts';

/** The mail by which a customer hears, in their language and beside the conversation, that their ticket has arrived. */
export function mapAcknowledgement(
  { publicUrl, odooUrl, textsIn }: Pick<PortalServices, 'publicUrl' | 'odooUrl' | 'textsIn'>,
  { partnerId, lang }: SessionUser,
  { key, subject }: { readonly key: string; readonly subject: string },
): NewOutboxLine {
  const t = textsIn(lang);
  const values = { reference: REFERENCE, subject, url: `${publicUrl}${ticketPath(TICKET_ID)}` };
  return mapMail(`received_${key}`, {
    to: [partnerId],
    subject: t('ticket.received.subject', values),
    text: t('ticket.received.text', values),
    domain: new URL(odooUrl).hostname,
  });
}
