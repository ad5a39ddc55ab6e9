import type { PortalKey } from '../../../lib/text-key.ts';
import { findText } from '../../../odoo/found-values.ts';
import { cleanMarkup } from '../../../portal/clean-markup.ts';
import { notFound } from '../../../portal/errors.ts';
import type { FormErrors } from '../../../portal/form.ts';
import { createFormToken } from '../../../portal/form-token.ts';
import { page, type Reply } from '../../../portal/reply.ts';
import type { CustomerRequest } from '../../../portal/route.ts';
import { UPLOAD_LIMITS } from '../../../portal/uploaded-file.ts';
import { isDone } from '../life.ts';
import { TICKET_LIMITS } from '../limits.ts';
import { Ticket } from '../models.ts';
import { STARS } from '../stars.ts';
import type { TicketServices } from '../ticket-services.ts';
import { ticketPath } from '../ticket-view.ts';
import type { FileHref } from './clean-body.ts';
import { readConversation } from './conversation.ts';
import { findChain } from './find-chain.ts';
import { findFeedback } from './find-feedback.ts';
import { findMergedInto } from './find-merged-into.ts';
import { findNeighbours } from './find-neighbours.ts';
import { findTicket, findTicketId, type TicketDetails } from './find-ticket.ts';
import { isOver } from './is-over.ts';
import { mapConversation } from './map-conversation.ts';
import { mapMessages } from './map-messages.ts';
import { mapPanels, mapTicketDetails } from './map-ticket-details.ts';
import { filePath } from './message-files.ts';
import { findSkipped } from './newest-messages.ts';
import { findStateChanges, parseLife } from './state-changes.ts';
import { ticketVersion } from './ticket-version.ts';
import { mapTimeline } from './timeline.ts';

const NOTICES = new Map<string, PortalKey>([
  ['created', 'ticket.notice.created'],
  ['replied', 'ticket.notice.replied'],
  ['closed', 'ticket.notice.closed'],
  ['reopened', 'ticket.notice.reopened'],
  ['rated', 'ticket.notice.rated'],
  ['followed', 'ticket.notice.followed'],
]);

/**
 * A ticket with its conversation, what was said with its stars, and its neighbours in the list that one came from: all of it
 * asked at once. Also a reply form that comes back. Where a merged ticket went is one call more.
 */
export async function ticketPage(
  request: CustomerRequest,
  services: TicketServices,
  errors: FormErrors = {},
): Promise<Reply> {
  const { cleanBody, slots, clock } = services;
  const { reader, service, user, params, query, fields, restored } = request;
  const id = findTicketId(params.id);
  if (id === undefined) throw notFound();
  const reads = reader.of(Ticket, id);
  const said = reader.of(Ticket, id, { field: 'body', characters: TICKET_LIMITS.conversation });
  const fileHref: FileHref = (file) => filePath(id, file);
  const skipped = findSkipped(query.earlier);
  const [ticket, { messages, earlier }, feedback, neighbours, asked] = await Promise.all([
    findTicket(reader, id, slots.pageReads),
    readConversation({ reads: said, cleanBody, ownPartnerId: user.partnerId, fileHref }, id, skipped),
    findFeedback(reads, id),
    findNeighbours(request, services, id),
    slots.askPanels(reader, id),
  ]);
  if (!ticket) throw notFound();
  const noted = parseLife(ticket);
  const [labelOf, merged, chain] = await Promise.all([
    services.labels.find({ service, lang: user.lang }, [ticket, ...noted]),
    findMergedInto(reader, ticket),
    findChain(reader, ticket),
  ]);
  const timeline = mapTimeline(ticket, labelOf);

  const data = {
    ticket: mapTicketDetails(ticket, labelOf, slots),
    live: { href: `${ticketPath(id)}/version`, version: ticketVersion(ticket, slots) },
    panels: mapPanels(ticket, slots, { user, now: clock.now() }, asked),
    peopleHref: `${ticketPath(id)}/people`,
    neighbours,
    timeline,
    messages: mapConversation(
      mapMessages(openingOf(ticket, earlier), messages, user.partnerId, cleanBody, fileHref),
      findStateChanges(noted, timeline, labelOf),
      { hasEarlier: earlier !== undefined, hasLater: skipped > 0 },
    ),
    hasReplies: messages.length > 0,
    earlierHref: earlier === undefined ? undefined : pageHref(request, id, earlier),
    laterHref: skipped === 0 ? undefined : pageHref(request, id, 0),
    notice: NOTICES.get(query.notice ?? ''),
    // The form in which it was typed, where that stands on another page.
    typedFor: chain?.follows ? `${chain.follows.href}/reply` : '',
    merged,
    chain,
    // Nobody rates what was only moved elsewhere.
    rating: merged ? undefined : mapRating(request, ticket, feedback, errors),
    form: {
      action: `${ticketPath(id)}/reply`,
      closeAction: `${ticketPath(id)}/close`,
      reopenAction: `${ticketPath(id)}/reopen`,
      opensNext: isOver(ticket, clock.now()),
      token: fields.form_token ?? createFormToken(),
      body: fields.body ?? '',
      bodyHtml: cleanMarkup(fields.body_html ?? ''),
      bodyError: errors.body ?? errors.body_html,
      filesError: errors.files,
      lostFiles: request.lostFiles,
      limits: UPLOAD_LIMITS,
      restored,
    },
  };
  return page('tickets/ticket', data, Object.keys(errors).length === 0 ? 200 : 422);
}

/** What was said first stands on the page that nothing was said before. */
export function openingOf(ticket: TicketDetails, earlier: number | undefined): TicketDetails {
  return earlier === undefined ? ticket : { ...ticket, x_description: false, x_file_ids: [] };
}

/** The page that leaves out so many of the newest messages; where one came from in the list stays known. */
function pageHref({ query }: CustomerRequest, id: number, skipped: number): string {
  const { notice: _, earlier: __, ...kept } = query;
  const text = new URLSearchParams(skipped === 0 ? kept : { ...kept, earlier: String(skipped) }).toString();
  return `${ticketPath(id)}${text === '' ? '' : `?${text}`}#conversation-title`;
}

/** What a customer says of a ticket that is done, to be changed; undefined while it is not. */
function mapRating({ fields }: CustomerRequest, ticket: TicketDetails, given: string, errors: FormErrors) {
  if (!isDone(ticket.x_state)) return undefined;
  const rating = findText(ticket.x_rating);
  const chosen = fields.rating ?? rating;
  const isRated = rating !== '' && rating !== '0';
  return {
    action: `${ticketPath(ticket.id)}/rate`,
    isRated,
    stars: Object.entries(STARS).map(([value, { label }]) => ({ value, label, isChosen: value === chosen })),
    feedback: fields.feedback ?? (isRated ? given : ''),
    ratingError: errors.rating,
    feedbackError: errors.feedback,
  };
}
