import { z } from 'zod';
import { textToHtml } from '../../lib/html.ts';
import { Message } from '../../odoo/builtin-models.ts';
import { isOdooError } from '../../odoo/faults.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import type { SessionUser } from '../../odoo/session.ts';
import { notFound } from '../../portal/errors.ts';
import { parseForm } from '../../portal/form.ts';
import { FormToken } from '../../portal/form-token.ts';
import { createOnce } from '../../portal/once.ts';
import { type Reply, redirect } from '../../portal/reply.ts';
import type { CustomerRequest, PortalServices } from '../../portal/route.ts';
import { findTicket, findTicketId } from './find-ticket.ts';
import { Ticket } from './models.ts';
import { ticketPage } from './ticket-page.ts';
import { ticketPath } from './ticket-view.ts';

const ReplyForm = z.object({
  body: z
    .string({ error: 'ticket.error.bodyRequired' })
    .trim()
    .min(1, 'ticket.error.bodyRequired')
    .max(20_000, 'ticket.error.bodyTooLong'),
  form_token: FormToken,
});

/** POST of a reply: the customer's session proves access, then the service account posts in their name. */
export function createReplyHandler({ service, odooUrl }: PortalServices) {
  const once = createOnce();

  return async (request: CustomerRequest): Promise<Reply> => {
    const form = parseForm(ReplyForm, request.fields);
    if (request.restored) return ticketPage(request, odooUrl);
    if (!form.ok) return ticketPage(request, odooUrl, form.errors);

    const id = findTicketId(request.params.id);
    if (id === undefined || !(await findTicket(request.odoo, id))) throw notFound();
    const { body, form_token } = form.values;
    const messageId = `<supportdesk-${request.user.partnerId}-${form_token}@${new URL(odooUrl).hostname}>`;
    await once(messageId, () => postReply(service, id, request.user, body, messageId));
    return redirect(`${ticketPath(id)}?notice=replied#latest`);
  };
}

/** A second send of the same form finds the first one's Message-ID and posts nothing. */
async function postReply(
  service: Odoo,
  ticketId: number,
  { partnerId, login }: SessionUser,
  body: string,
  messageId: string,
): Promise<void> {
  if ((await service.model(Message).searchCount([['message_id', '=', messageId]])) > 0) return;
  const message = {
    body: textToHtml(body),
    body_is_html: true,
    author_id: partnerId,
    message_type: 'comment',
    subtype_xmlid: 'mail.mt_comment',
    message_id: messageId,
  };
  await service.call(Ticket.name, 'message_post', [[ticketId]], message).catch((error: unknown) => {
    // Odoo refuses an author without an email address, unless the sender's address is given.
    if (!isOdooError(error, 'odoo_user_error')) throw error;
    return service.call(Ticket.name, 'message_post', [[ticketId]], { ...message, email_from: login });
  });
}
