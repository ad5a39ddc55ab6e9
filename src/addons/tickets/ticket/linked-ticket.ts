import { findLink } from '../../../odoo/found-values.ts';
import { cleanMarkup } from '../../../portal/clean-markup.ts';
import { linkGone } from '../../../portal/errors.ts';
import type { FormErrors } from '../../../portal/form.ts';
import { createFormToken, formKey } from '../../../portal/form-token.ts';
import { createOnce } from '../../../portal/once.ts';
import { page, type Reply, redirect } from '../../../portal/reply.ts';
import type { VisitorRequest } from '../../../portal/route.ts';
import { UPLOAD_LIMITS } from '../../../portal/uploaded-file.ts';
import { createPostMessage } from '../post-message.ts';
import { linkAnswers } from '../slots/link-answers.ts';
import type { TicketServices } from '../ticket-services.ts';
import { ticketPath } from '../ticket-view.ts';
import type { FileHref } from './clean-body.ts';
import { readConversation } from './conversation.ts';
import { newestOf } from './find-chain.ts';
import { findTicket } from './find-ticket.ts';
import { isOver } from './is-over.ts';
import { findLinkWriter, findPersonTimeZone, type LinkWriter } from './link-people.ts';
import { readLinkHold } from './link-secret.ts';
import { mapConversation } from './map-conversation.ts';
import { mapMessages } from './map-messages.ts';
import { mapPanels, mapTicketDetails } from './map-ticket-details.ts';
import { getMessageFile } from './message-file.ts';
import { findSkipped } from './newest-messages.ts';
import { parseReply, replyHtml } from './reply-form.ts';
import { findStateChanges, parseLife } from './state-changes.ts';
import { createTicketLinks, type OpenLink } from './ticket-link.ts';
import { openingOf } from './ticket-page.ts';
import { mapTimeline } from './timeline.ts';

/**
 * One ticket for whoever has its link: what a customer's page shows, and nothing to change but, where the desk allows it,
 * to answer as the person it was made for. The service account reads, within the same domain as a customer.
 */
export function createLinkedTicketHandlers(services: TicketServices) {
  const { files, clock, sign, labels, cleanBody, slots, contributions } = services;
  const links = createTicketLinks(sign, clock);
  const once = createOnce<number>();
  const postMessage = createPostMessage();
  const takesAnswers = linkAnswers.of(contributions).length > 0;

  async function getLink({ service, params }: VisitorRequest): Promise<OpenLink & { customerId: number }> {
    const link = links.find(params.id, params.token);
    const hold = link && (await readLinkHold(service, link.ticketId));
    if (!hold || !links.isInForce(link, hold)) throw linkGone();
    return { ...link, customerId: hold.customerId };
  }

  async function findWriter({ service }: VisitorRequest, link: OpenLink): Promise<LinkWriter | undefined> {
    const { ticketId, partnerId } = link;
    return takesAnswers && partnerId !== undefined ? findLinkWriter(service, ticketId, partnerId) : undefined;
  }

  async function show(request: VisitorRequest, errors: FormErrors = {}): Promise<Reply> {
    const link = await getLink(request);
    const { ticketId, expires, partnerId, customerId } = link;
    const { service } = request;
    const base = pathOf(request, ticketId);
    const fileHref: FileHref = (file) => `${base}/files/${file}`;
    const skipped = findSkipped(request.query.earlier);
    const [ticket, { messages, earlier }, writer, timeZone] = await Promise.all([
      findTicket(service, ticketId, slots.pageReads),
      readConversation({ reads: service, cleanBody, ownPartnerId: partnerId, fileHref }, ticketId, skipped),
      findWriter(request, link),
      findPersonTimeZone(service, [partnerId, customerId]),
    ]);
    if (!ticket) throw linkGone();
    const noted = parseLife(ticket);
    const labelOf = await labels.find({ service }, [ticket, ...noted]);
    const timeline = mapTimeline(ticket, labelOf);
    const data = {
      ticket: mapTicketDetails(ticket, labelOf, slots),
      panels: mapPanels(ticket, slots, { user: undefined, now: clock.now() }),
      timeline,
      // Where it went is for whoever may see that ticket, and a link opens one.
      isMerged: findLink(ticket.x_merged_into_id) !== undefined,
      goesOn: newestOf(ticket.x_follow_up_ids) !== undefined,
      opensNext: isOver(ticket, clock.now()),
      messages: mapConversation(
        mapMessages(openingOf(ticket, earlier), messages, partnerId, cleanBody, fileHref),
        findStateChanges(noted, timeline, labelOf),
        { hasEarlier: earlier !== undefined, hasLater: skipped > 0 },
      ),
      earlierHref: earlier === undefined ? undefined : `${base}?earlier=${earlier}`,
      laterHref: skipped === 0 ? undefined : base,
      expires,
      replyHref: ticketPath(ticketId),
      form: writer && mapForm(request, { action: base, name: writer.name, errors }),
    };
    return { ...page('tickets/linked', data, Object.keys(errors).length === 0 ? 200 : 422), timeZone };
  }

  /** Whose files an answer brings, before they are let in. */
  async function takesFilesOf(request: VisitorRequest): Promise<string> {
    const link = await getLink(request);
    const writer = await findWriter(request, link);
    if (!writer) throw linkGone();
    return `link ${link.ticketId} ${writer.partnerId}`;
  }

  /** POST of an answer, written by the service account for whom the link was made. */
  async function answer(request: VisitorRequest): Promise<Reply> {
    const link = await getLink(request);
    const writer = await findWriter(request, link);
    if (!writer) throw linkGone();
    if (request.restored) return show(request);
    const form = parseReply(request, { mayBeEmpty: false });
    if (!form.ok) return show(request, form.errors);
    const { files } = request;
    const { body, form_token } = form.values;
    const { ticketId } = link;
    const key = formKey({ partnerId: writer.partnerId, token: form_token, text: body });
    // Shared by every send of the form, and carried out to its end though the first of them gives up.
    const service = request.service.with({ signal: null });
    const html = replyHtml(form.values);
    await once(`${ticketId}-${key}`, () =>
      postMessage(service, { ticketId, author: writer, key, html, files }),
    );
    return redirect(`${pathOf(request, ticketId)}#latest`);
  }

  async function sendFile(request: VisitorRequest): Promise<Reply> {
    const { ticketId } = await getLink(request);
    const { service } = request;
    return getMessageFile({ reads: service, service, files }, ticketId, request);
  }

  return { show, answer, takesFilesOf, sendFile };
}

function pathOf({ params }: VisitorRequest, ticketId: number): string {
  return `/supportdesk/ticket/${ticketId}/${encodeURIComponent(params.token ?? '')}`;
}

function mapForm(
  { fields, restored, lostFiles }: VisitorRequest,
  { action, name, errors }: { readonly action: string; readonly name: string; readonly errors: FormErrors },
) {
  return {
    action,
    name,
    token: fields.form_token ?? createFormToken(),
    body: fields.body ?? '',
    bodyHtml: cleanMarkup(fields.body_html ?? ''),
    bodyError: errors.body ?? errors.body_html,
    filesError: errors.files,
    lostFiles,
    limits: UPLOAD_LIMITS,
    restored,
  };
}
