import { parseOdooDatetime } from '../../../odoo/values.ts';
import { personName } from '../../../portal/person-name.ts';
import { cleanBody } from './clean-body.ts';
import type { ConversationMessage } from './conversation.ts';
import type { TicketDetails } from './find-ticket.ts';

/** The description is what the customer said first, so it opens the conversation. */
export function mapMessages(
  ticket: TicketDetails,
  messages: readonly ConversationMessage[],
  ownPartnerId: number | undefined,
  odooUrl: string,
) {
  const opening: ConversationMessage = {
    author: ticket.x_partner_id ? personName(ticket.x_partner_id.display_name) : '?',
    isOwn: ticket.x_partner_id !== false && ticket.x_partner_id.id === ownPartnerId,
    date: parseOdooDatetime(ticket.x_opened_at),
    body: cleanBody(ticket.x_description || '', [], odooUrl).body,
    files: [],
  };
  const all = ticket.x_description ? withOpening(opening, messages) : messages;
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
