import { Message } from '../../../odoo/builtin-models.ts';
import type { Domain } from '../../../odoo/domain.ts';
import { findLink, findMoment, findText } from '../../../odoo/found-values.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { personName } from '../../../portal/person-name.ts';
import type { BodyPart } from '../../../portal/safe-html.ts';
import { senderName } from '../../../portal/sender-name.ts';
import { Ticket } from '../models.ts';
import { PUBLIC_MESSAGES } from '../public-messages.ts';
import type { CleanBody } from './clean-body.ts';
import { type MessageFile, readMessageFiles } from './message-files.ts';
import { readNewest } from './newest-messages.ts';

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

/** A page of what was said on a ticket. */
export interface Conversation {
  /** The oldest first. */
  readonly messages: readonly ConversationMessage[];
  /** How many newer ones the page before has to skip; undefined where nothing was said earlier. */
  readonly earlier: number | undefined;
}

/** What a page shows of what was said, behind the `skipped` newest: one call, and another where files were sent. */
export async function readConversation(
  { odoo, service, cleanBody, ownPartnerId, fileHref }: ConversationReader,
  ticketId: number,
  skipped = 0,
): Promise<Conversation> {
  const { rows, earlier } = await readNewest(
    (range) =>
      odoo.model(Message).searchRead(conversationDomain(ticketId), {
        fields: ['date', 'body', 'author_id', 'email_from', 'attachment_ids'],
        order: 'date desc, id desc',
        ...range,
      }),
    skipped,
  );
  const said = rows.filter(({ body, attachment_ids }) => body || attachment_ids.length > 0).reverse();
  const files = await readMessageFiles(service, said, fileHref);
  const messages = said.map((message) => {
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
  return { messages, earlier };
}
