import { Partner } from '../../../odoo/builtin-models.ts';
import { getLoadedId } from '../../../odoo/loaded-ids.ts';
import type { Odoo, Reads } from '../../../odoo/model-api.ts';
import { nested } from '../../../odoo/specification.ts';
import { TicketLink } from '../link-model.ts';
import { Ticket } from '../models.ts';

/** What a ticket's links hold on to. */
export interface LinkHold {
  /** Of the ticket: a new one, or none, ends every link. */
  readonly secret: string;
  /** Whose the ticket is, and their company: a link goes with neither to the next one. */
  readonly customerId: number;
  readonly companyId: number;
}

/** One call. Undefined where no link is in force. */
export async function readLinkHold(reads: Reads, ticketId: number): Promise<LinkHold | undefined> {
  const { records } = await reads.model(TicketLink).webSearchRead([['x_ticket_id', '=', ticketId]], {
    specification: {
      x_secret: {},
      x_ticket_id: nested(Ticket, { x_partner_id: nested(Partner, { commercial_partner_id: {} }) }),
    },
    limit: 1,
  });
  const [link] = records;
  if (!link?.x_secret) return undefined;
  const customer = link.x_ticket_id.x_partner_id || undefined;
  return {
    secret: link.x_secret,
    customerId: customer?.id ?? 0,
    companyId: customer?.commercial_partner_id || 0,
  };
}

/** One for each ticket, by its external id: two that are asked for at once do not become two. */
export async function writeSecret(service: Odoo, ticketId: number, secret: string | false): Promise<void> {
  const loaded = await service
    .model(TicketLink)
    .load(
      ['id', 'x_ticket_id/.id', 'x_secret'],
      [[`__supportdesk_portal__.link_${ticketId}`, String(ticketId), secret || '']],
    );
  getLoadedId(loaded, {
    what: 'the link',
    help: 'Look at what was added to x_support.ticket_link by hand: required fields, constraints, automations.',
  });
}
