import { z } from 'zod';
import { errorMessage } from '../../../lib/errors.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import type { SessionUser } from '../../../odoo/session.ts';
import type { PortalServices } from '../../../portal/route.ts';
import { Ticket } from '../models.ts';
import { ticketPath } from '../ticket-view.ts';

/**
 * Mails the customer that their ticket has arrived, in their language and beside the conversation. Odoo's queue sends it,
 * so nobody waits for a mail server; and a mail that cannot be written costs nobody their ticket.
 */
export async function acknowledge(
  service: Odoo,
  { log, publicUrl, textsIn }: Pick<PortalServices, 'log' | 'publicUrl' | 'textsIn'>,
  { partnerId, lang }: SessionUser,
  ticketId: number,
): Promise<void> {
  const t = textsIn(lang);
  try {
    const [[ticket], sender] = await Promise.all([
      service.model(Ticket).read([ticketId], ['x_name', 'x_ticket_ref']),
      findSender(service),
    ]);
    const values = {
      reference: ticket?.x_ticket_ref || `#${ticketId}`,
      subject: ticket?.x_name,
      url: `${publicUrl}${ticketPath(ticketId)}`,
    };
    await service.call(Ticket.name, 'message_notify', [[ticketId]], {
      ...sender,
      partner_ids: [partnerId],
      subject: t('ticket.received.subject', values),
      body: t('ticket.received.text', values),
      force_send: false,
    });
  } catch (error) {
    log.warn('a new ticket was not acknowledged by mail', { ticket: ticketId, reason: errorMessage(error) });
  }
}

const Companies = z.array(
  z.object({
    partner_id: z.tuple([z.number(), z.string()]),
    email: z.union([z.string(), z.literal(false)]),
  }),
);

/** Odoo's first company; without an address of its own the service account, which needs one then. */
async function findSender(service: Odoo): Promise<Readonly<Record<string, unknown>>> {
  const [company] = Companies.parse(
    await service.call('res.company', 'search_read', [], {
      domain: [],
      fields: ['partner_id', 'email'],
      order: 'sequence, id',
      limit: 1,
    }),
  );
  return company?.email ? { author_id: company.partner_id[0], email_from: company.email } : {};
}
