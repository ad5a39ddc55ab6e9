import { findLink, findMoment, findText } from '../../../odoo/found-values.ts';
import { personName } from '../../../portal/person-name.ts';
import type { CleanBody, FileHref } from './clean-body.ts';
import type { ConversationMessage } from './conversation.ts';
import { findCarrier } from './find-carrier.ts';
import type { TicketDetails } from './find-ticket.ts';

/** The description is what the customer said first, so it opens the conversation, its files under it. */
export function mapMessages(
  ticket: TicketDetails,
  messages: readonly ConversationMessage[],
  ownPartnerId: number | undefined,
  cleanBody: CleanBody,
  fileHref: FileHref,
) {
  const customer = findLink(ticket.x_partner_id);
  const description = findText(ticket.x_description);
  const opening: ConversationMessage = {
    author: customer ? personName(customer.name) : '?',
    isOwn: customer !== undefined && customer.id === ownPartnerId,
    date: findMoment(ticket.x_opened_at),
    body: cleanBody(description, [], fileHref).body,
    files: [],
  };
  const all = description === '' ? messages : withOpening();
  return all.map((message, index) => ({ ...message, isLatest: index === all.length - 1 }));

  function withOpening(): readonly ConversationMessage[] {
    const carrier = findCarrier(messages, opening);
    if (!carrier) return [opening, ...messages];
    return [{ ...opening, ...partsOf(carrier) }, ...messages.filter((message) => message !== carrier)];
  }

  function partsOf(carrier: ConversationMessage): Pick<ConversationMessage, 'body' | 'files'> {
    if (carrier.body.length > 0) return carrier;
    const { body, shown } = cleanBody(description, carrier.files, fileHref);
    return { body, files: carrier.files.filter(({ id }) => !shown.has(id)) };
  }
}
