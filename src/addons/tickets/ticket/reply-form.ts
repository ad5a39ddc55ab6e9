import { z } from 'zod';
import { textToHtml } from '../../../lib/html.ts';
import { textKey } from '../../../lib/text-key.ts';
import { findLink } from '../../../odoo/found-values.ts';
import { cleanMarkup } from '../../../portal/clean-markup.ts';
import { notFound } from '../../../portal/errors.ts';
import { type ParsedForm, parseForm } from '../../../portal/form.ts';
import { FormToken, formKey } from '../../../portal/form-token.ts';
import { createOnce } from '../../../portal/once.ts';
import { type Reply, redirect } from '../../../portal/reply.ts';
import type { CustomerRequest } from '../../../portal/route.ts';
import { WORKING_STATE } from '../life.ts';
import { TICKET_LIMITS } from '../limits.ts';
import { createPostMessage } from '../post-message.ts';
import type { TicketServices } from '../ticket-services.ts';
import { ticketPath } from '../ticket-view.ts';
import { findTicket, findTicketId } from './find-ticket.ts';
import { isOver } from './is-over.ts';
import { ticketPage } from './ticket-page.ts';

/** What else a reply does. Odoo itself puts a waiting or closed ticket back to work when its customer answers. */
export interface ReplyEffect {
  readonly notice: 'replied' | 'closed' | 'reopened';
  readonly state?: 'in_progress' | 'done';
}

export const ReplyForm = z.object({
  body: z.string().trim().max(TICKET_LIMITS.text, textKey('ticket.error.bodyTooLong')).default(''),
  /** The same with markup, from the editor; absent without JavaScript. */
  body_html: z.string().max(TICKET_LIMITS.markup, textKey('ticket.error.bodyTooLong')).default(''),
  form_token: FormToken,
});
export type ReplyForm = z.infer<typeof ReplyForm>;

/**
 * POST of a reply, which may close or reopen the ticket: the customer must see it, then the service
 * account writes in their name.
 */
export function createReplyHandler(services: TicketServices, { notice, state }: ReplyEffect) {
  const once = createOnce<number>();
  const postMessage = createPostMessage();

  return async (request: CustomerRequest): Promise<Reply> => {
    const form = parseReply(request, { mayBeEmpty: state !== undefined });
    if (request.restored) return ticketPage(request, services);
    if (!form.ok) return ticketPage(request, services, form.errors);

    const id = findTicketId(request.params.id);
    const ticket = id === undefined ? undefined : await findTicket(request.reader, id);
    if (id === undefined || !ticket) throw notFound();
    const isEmpty = form.values.body === '' && request.files.length === 0;
    // Of nothing no ticket is made that follows a closed one.
    if (isEmpty && state === WORKING_STATE && isOver(ticket, services.clock.now())) {
      return ticketPage(request, services, { body: 'ticket.error.bodyRequired' });
    }
    const { user, files } = request;
    const { body, body_html, form_token } = form.values;
    const key = formKey({ partnerId: user.partnerId, token: form_token, text: body });
    // Shared by every send of the form, and carried out to its end though the first of them gives up.
    const service = request.service.with({ signal: null });
    const html = replyHtml({ body, body_html });
    const standsOn = await once(`${id}-${key}`, () =>
      postMessage(service, { ticketId: id, author: user, key, html, files, state }),
    );
    if (standsOn !== id) return redirect(await findNewPlace(request, { id, standsOn, notice }));
    return redirect(`${ticketPath(id)}?notice=${notice}#${state === 'done' ? 'rate' : 'latest'}`);
  };
}

/** The ticket that follows, or the one that this was merged into; whoever may not see that stays here. */
async function findNewPlace(
  { reader }: CustomerRequest,
  { id, standsOn, notice }: { readonly id: number; readonly standsOn: number; readonly notice: string },
): Promise<string> {
  const other = await findTicket(reader, standsOn);
  if (!other) return `${ticketPath(id)}?notice=${notice}`;
  return `${ticketPath(standsOn)}?notice=${findLink(other.x_follows_id) ? 'followed' : `${notice}#latest`}`;
}

/** What was written, with its markup where there is any; empty for nothing. */
export function replyHtml({ body, body_html }: Pick<ReplyForm, 'body' | 'body_html'>): string {
  return body === '' ? '' : cleanMarkup(body_html) || textToHtml(body);
}

/** Files may speak for themselves; a mere reply of nothing at all is none. */
export function parseReply(
  { fields, files, uploadError }: Pick<CustomerRequest, 'fields' | 'files' | 'uploadError'>,
  { mayBeEmpty }: { readonly mayBeEmpty: boolean },
): ParsedForm<ReplyForm> {
  const form = parseForm(ReplyForm, fields);
  if (uploadError !== undefined) {
    return { ok: false, errors: { ...(form.ok ? {} : form.errors), files: uploadError } };
  }
  if (!form.ok || mayBeEmpty || form.values.body !== '' || files.length > 0) return form;
  return { ok: false, errors: { body: 'ticket.error.bodyRequired' } };
}
