import { findLink, findMoment, findText } from '../../../odoo/found-values.ts';
import { personName } from '../../../portal/person-name.ts';
import type { CleanBody } from './clean-body.ts';
import type { ConversationMessage } from './conversation.ts';
import type { TicketDetails } from './find-ticket.ts';

/** The description is what the customer said first, so it opens the conversation. */
export function mapMessages(
  ticket: TicketDetails,
  messages: readonly ConversationMessage[],
  ownPartnerId: number | undefined,
  cleanBody: CleanBody,
) {
  const customer = findLink(ticket.x_partner_id);
  const description = findText(ticket.x_description);
  const opening: ConversationMessage = {
    author: customer ? personName(customer.name) : '?',
    isOwn: customer !== undefined && customer.id === ownPartnerId,
    date: findMoment(ticket.x_opened_at),
    body: cleanBody(description, []).body,
    files: [],
  };
  const all = description !== '' ? withOpening(opening, messages) : messages;
  return all.map((message, index) => ({ ...message, isLatest: index === all.length - 1 }));
}

/** Files of the form for a new ticket arrive as a message without words, right behind the words. */
function withOpening(
  opening: ConversationMessage,
  messages: readonly ConversationMessage[],
): readonly ConversationMessage[] {
  const [first, ...rest] = messages;
  const isSame = first && first.body.length === 0 && first.author === opening.author;
  return isSame ? [{ ...opening, files: first.files }, ...rest] : [opening, ...messages];
}
