import { Attachment, Message } from '../../../odoo/builtin-models.ts';
import type { Domain } from '../../../odoo/domain.ts';
import { findLink, findMoment, findText } from '../../../odoo/found-values.ts';
import type { Reads } from '../../../odoo/model-api.ts';
import { nested } from '../../../odoo/specification.ts';
import { personName } from '../../../portal/person-name.ts';
import type { BodyPart } from '../../../portal/safe-html.ts';
import { senderName } from '../../../portal/sender-name.ts';
import { Ticket } from '../models.ts';
import { PUBLIC_MESSAGES } from '../public-messages.ts';
import type { CleanBody } from './clean-body.ts';
import { type MessageFile, mapMessageFiles } from './message-files.ts';

/** More than this is no conversation that a page can show. */
export const MESSAGE_LIMIT = 200;

export interface ConversationMessage {
  readonly author: string;
  readonly isOwn: boolean;
  readonly date: Date | undefined;
  readonly body: readonly BodyPart[];
  /** What is not shown in the body already. */
  readonly files: readonly MessageFile[];
}

/** The messages that a customer may read. Whoever asks Odoo for them may read more: only this leaves internal notes out. */
export function conversationDomain(ticketId: number): Domain<typeof Message> {
  return [['model', '=', Ticket.name], ['res_id', '=', ticketId], ...PUBLIC_MESSAGES];
}

export interface ConversationReader {
  /** What hangs on the ticket. */
  readonly reads: Reads;
  readonly cleanBody: CleanBody;
  /** Undefined for whoever reads by a link. */
  readonly ownPartnerId: number | undefined;
  /** Where the reader fetches a file. */
  readonly fileHref: (attachmentId: number) => string;
}

/** What was said on a ticket, oldest first, with the files that came along: one read. */
export async function readConversation(
  { reads, cleanBody, ownPartnerId, fileHref }: ConversationReader,
  ticketId: number,
): Promise<readonly ConversationMessage[]> {
  const { records: newestFirst } = await reads.model(Message).webSearchRead(conversationDomain(ticketId), {
    specification: {
      date: {},
      body: {},
      author_id: { fields: { display_name: {} } },
      email_from: {},
      // Sorted, since Odoo then leaves out files that may not be read; else one of them would refuse all.
      attachment_ids: nested(
        Attachment,
        { name: {}, mimetype: {}, file_size: {}, type: {}, url: {} },
        { order: 'id' },
      ),
    },
    order: 'date desc, id desc',
    limit: MESSAGE_LIMIT,
    count_limit: 1,
  });
  const said = newestFirst.filter(({ body, attachment_ids }) => body || attachment_ids.length > 0).reverse();
  return said.flatMap((message) => {
    const author = findLink(message.author_id);
    const own = mapMessageFiles(message.attachment_ids, fileHref);
    const { body, shown } = cleanBody(findText(message.body), own, fileHref);
    // Of a message that was deleted in Odoo's chatter only its frame is left.
    if (body.length === 0 && own.length === 0) return [];
    return {
      author: author ? personName(author.name) : senderName(findText(message.email_from)),
      isOwn: author !== undefined && author.id === ownPartnerId,
      date: findMoment(message.date),
      body,
      files: own.filter(({ id }) => !shown.has(id)),
    };
  });
}
