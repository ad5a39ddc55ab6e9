import { Message } from '../../../odoo/builtin-models.ts';
import type { Domain } from '../../../odoo/domain.ts';
import { findLink, findMoment, findText } from '../../../odoo/found-values.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { personName } from '../../../portal/person-name.ts';
import type { BodyPart } from '../../../portal/safe-html.ts';
import { senderName } from '../../../portal/sender-name.ts';
import { TICKET_LIMITS } from '../limits.ts';
import { Ticket } from '../models.ts';
import { PUBLIC_MESSAGES } from '../public-messages.ts';
import type { CleanBody } from './clean-body.ts';
import { type MessageFile, readMessageFiles } from './message-files.ts';

/** More than this is no conversation that a page can show. */
export const MESSAGE_LIMIT = TICKET_LIMITS.messages;

export interface ConversationMessage {
  readonly author: string;
  readonly isOwn: boolean;
  readonly date: Date | undefined;
  readonly body: readonly BodyPart[];
  /** What is not shown in the body already. */
  readonly files: readonly MessageFile[];
}

/**
 * The messages that a customer may read. Odoo keeps internal notes from portal users by itself; an employee who
 * looks at the portal must not see them either, so the domain leaves them out, too.
 */
export function conversationDomain(ticketId: number): Domain<typeof Message> {
  return [['model', '=', Ticket.name], ['res_id', '=', ticketId], ...PUBLIC_MESSAGES];
}

export interface ConversationReader {
  readonly odoo: Odoo;
  readonly service: Odoo;
  readonly cleanBody: CleanBody;
  /** Undefined for whoever reads by a link. */
  readonly ownPartnerId: number | undefined;
  /** Where the reader fetches a file. */
  readonly fileHref: (attachmentId: number) => string;
}

/** What was said on a ticket, oldest first: one call, and a second one where files were sent. */
export async function readConversation(
  { odoo, service, cleanBody, ownPartnerId, fileHref }: ConversationReader,
  ticketId: number,
): Promise<readonly ConversationMessage[]> {
  const newestFirst = await odoo.model(Message).searchRead(conversationDomain(ticketId), {
    fields: ['date', 'body', 'author_id', 'email_from', 'attachment_ids'],
    order: 'date desc, id desc',
    limit: MESSAGE_LIMIT,
  });
  const said = newestFirst.filter(({ body, attachment_ids }) => body || attachment_ids.length > 0).reverse();
  const files = await readMessageFiles(service, said, fileHref);
  return said.map((message) => {
    const author = findLink(message.author_id);
    const own = files.get(message.id) ?? [];
    const { body, shown } = cleanBody(findText(message.body), own);
    return {
      author: author ? personName(author.name) : senderName(findText(message.email_from)),
      isOwn: author !== undefined && author.id === ownPartnerId,
      date: findMoment(message.date),
      body,
      files: own.filter(({ id }) => !shown.has(id)),
    };
  });
}
