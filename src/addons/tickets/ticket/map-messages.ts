import { findLink, findMoment, findText } from '../../../odoo/found-values.ts';
import { personName } from '../../../portal/person-name.ts';
import type { CleanBody, FileHref } from './clean-body.ts';
import type { ConversationMessage } from './conversation.ts';
import { cutMarkup, isCut, textKey } from './cut-markup.ts';
import { findCarrier } from './find-carrier.ts';
import type { TicketDetails } from './find-ticket.ts';
import { mapMessageFiles } from './message-files.ts';

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
  const own = mapMessageFiles(ticket.x_file_ids, fileHref);
  const { body, shown } = cleanBody(cutMarkup(description), own, fileHref);
  const opening: ConversationMessage = {
    author: customer ? personName(customer.name) : '?',
    isOwn: customer !== undefined && customer.id === ownPartnerId,
    date: findMoment(ticket.x_opened_at),
    body,
    files: own.filter(({ id }) => !shown.has(id)),
    wholeHref: isCut(description) ? fileHref(textKey(0)) : undefined,
  };
  const all = description === '' && own.length === 0 ? messages : withOpening();
  return all.map((message, index) => ({ ...message, isLatest: index === all.length - 1 }));

  function withOpening(): readonly ConversationMessage[] {
    const carrier = findCarrier(messages, opening);
    if (!carrier) return [opening, ...messages];
    return [{ ...opening, ...partsOf(carrier) }, ...messages.filter((message) => message !== carrier)];
  }

  function partsOf(carrier: ConversationMessage): Pick<ConversationMessage, 'body' | 'files'> {
    if (carrier.body.length > 0) return carrier;
    const files = [...own, ...carrier.files.filter(({ id }) => !own.some((file) => file.id === id))];
    const cleaned = cleanBody(cutMarkup(description), files, fileHref);
    return { body: cleaned.body, files: files.filter(({ id }) => !cleaned.shown.has(id)) };
  }
}
