import { Message } from '../../../odoo/builtin-models.ts';
import type { Domain } from '../../../odoo/domain.ts';
import { findLink, findMoment, findText } from '../../../odoo/found-values.ts';
import type { Reads } from '../../../odoo/model-api.ts';
import { personName } from '../../../portal/person-name.ts';
import type { BodyPart } from '../../../portal/safe-html.ts';
import { senderName } from '../../../portal/sender-name.ts';
import { Ticket } from '../models.ts';
import { PUBLIC_MESSAGES } from '../public-messages.ts';
import type { CleanBody, FileHref } from './clean-body.ts';
import { cutMarkup, isCut, textKey } from './cut-markup.ts';
import { FILES, type MessageFile, mapMessageFiles } from './message-files.ts';
import { readNewest } from './newest-messages.ts';

export interface ConversationMessage {
  readonly author: string;
  readonly isOwn: boolean;
  readonly date: Date | undefined;
  readonly body: readonly BodyPart[];
  /** What is not shown in the body already. */
  readonly files: readonly MessageFile[];
  /** Where all of a text is that a page cannot hold. */
  readonly wholeHref: string | undefined;
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
  readonly fileHref: FileHref;
}

/** A page of what was said on a ticket. */
export interface Conversation {
  /** The oldest first. */
  readonly messages: readonly ConversationMessage[];
  /** How many newer ones the page before has to skip; undefined where nothing was said earlier. */
  readonly earlier: number | undefined;
}

/** What a page shows of what was said, behind the `skipped` newest, with the files that came along: mostly one read. */
export async function readConversation(
  { reads, cleanBody, ownPartnerId, fileHref }: ConversationReader,
  ticketId: number,
  skipped = 0,
): Promise<Conversation> {
  const { rows, earlier } = await readNewest(async (range) => {
    const { records } = await reads.model(Message).webSearchRead(conversationDomain(ticketId), {
      specification: {
        date: {},
        body: {},
        author_id: { fields: { display_name: {} } },
        email_from: {},
        attachment_ids: FILES,
      },
      order: 'date desc, id desc',
      count_limit: 1,
      ...range,
    });
    return records;
  }, skipped);
  const messages = rows.toReversed().flatMap((message) => {
    const author = findLink(message.author_id);
    const own = mapMessageFiles(message.attachment_ids, fileHref);
    const html = findText(message.body);
    const { body, shown } = cleanBody(cutMarkup(html), own, fileHref);
    // Of a message that was deleted in Odoo's chatter only its frame is left.
    if (body.length === 0 && own.length === 0) return [];
    return {
      author: author ? personName(author.name) : senderName(findText(message.email_from)),
      isOwn: author !== undefined && author.id === ownPartnerId,
      date: findMoment(message.date),
      body,
      files: own.filter(({ id }) => !shown.has(id)),
      wholeHref: isCut(html) ? fileHref(textKey(message.id)) : undefined,
    };
  });
  return { messages, earlier };
}
