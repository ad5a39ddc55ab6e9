import { linkGone } from '../../../portal/errors.ts';
import { page, type Reply } from '../../../portal/reply.ts';
import type { VisitorRequest } from '../../../portal/route.ts';
import type { TicketServices } from '../ticket-services.ts';
import { ticketPath } from '../ticket-view.ts';
import { readConversation } from './conversation.ts';
import { findTicket } from './find-ticket.ts';
import { readLinkHold } from './link-secret.ts';
import { mapConversation } from './map-conversation.ts';
import { mapMessages } from './map-messages.ts';
import { mapPanels, mapTicketDetails } from './map-ticket-details.ts';
import { getMessageFile } from './message-file.ts';
import { createTicketLinks, type OpenLink } from './ticket-link.ts';
import { mapTimeline } from './timeline.ts';

/**
 * One ticket for whoever has its link: what a customer's page shows, and nothing to change. The service account
 * reads, within the same domain as a customer.
 */
export function createLinkedTicketHandlers(services: TicketServices) {
  const { files, clock, sign, labels, cleanBody, slots } = services;
  const links = createTicketLinks(sign, clock);

  async function getLink({ service, params }: VisitorRequest): Promise<OpenLink> {
    const link = links.find(params.id, params.token);
    if (!link || !links.isInForce(link, await readLinkHold(service, link.ticketId))) throw linkGone();
    return link;
  }

  async function show(request: VisitorRequest): Promise<Reply> {
    const { ticketId, expires } = await getLink(request);
    const { service } = request;
    const base = `/supportdesk/ticket/${ticketId}/${encodeURIComponent(request.params.token ?? '')}`;
    const fileHref = (id: number): string => `${base}/files/${id}`;
    const [ticket, messages] = await Promise.all([
      findTicket(service, ticketId, slots.pageReads),
      readConversation({ odoo: service, service, cleanBody, ownPartnerId: undefined, fileHref }, ticketId),
    ]);
    if (!ticket) throw linkGone();
    const labelOf = await labels.find({ service }, [ticket]);
    const timeline = mapTimeline(ticket, labelOf);
    return page('tickets/linked', {
      ticket: mapTicketDetails(ticket, labelOf, slots),
      panels: mapPanels(ticket, slots, { user: undefined, now: clock.now() }),
      timeline,
      messages: mapConversation(mapMessages(ticket, messages, undefined, cleanBody), timeline),
      expires,
      replyHref: ticketPath(ticketId),
    });
  }

  async function sendFile(request: VisitorRequest): Promise<Reply> {
    const { ticketId } = await getLink(request);
    const { service } = request;
    return getMessageFile({ odoo: service, service, files }, ticketId, request);
  }

  return { show, sendFile };
}
