import { z } from 'zod';
import { textToHtml } from '../../lib/html.ts';
import { notFound } from '../../portal/errors.ts';
import { type ParsedForm, parseForm } from '../../portal/form.ts';
import { FormToken } from '../../portal/form-token.ts';
import { createOnce } from '../../portal/once.ts';
import { type Reply, redirect } from '../../portal/reply.ts';
import type { CustomerRequest, PortalServices } from '../../portal/route.ts';
import { findTicket, findTicketId } from './find-ticket.ts';
import { postMessage } from './post-message.ts';
import { ticketPage } from './ticket-page.ts';
import { ticketPath } from './ticket-view.ts';

const ReplyForm = z.object({
  body: z.string().trim().max(20_000, 'ticket.error.bodyTooLong').default(''),
  form_token: FormToken,
});
type ReplyForm = z.infer<typeof ReplyForm>;

/** POST of a reply: the customer's session proves access, then the service account posts in their name. */
export function createReplyHandler(services: PortalServices) {
  const once = createOnce();

  return async (request: CustomerRequest): Promise<Reply> => {
    const form = parseReply(request);
    if (request.restored) return ticketPage(request, services);
    if (!form.ok) return ticketPage(request, services, form.errors);

    const id = findTicketId(request.params.id);
    if (id === undefined || !(await findTicket(request.odoo, id))) throw notFound();
    const { body, form_token } = form.values;
    const key = `${request.user.partnerId}-${form_token}`;
    await once(key, () =>
      postMessage(services, {
        ticketId: id,
        author: request.user,
        key,
        html: body === '' ? '' : textToHtml(body),
        files: request.files,
      }),
    );
    return redirect(`${ticketPath(id)}?notice=replied#latest`);
  };
}

/** Files may speak for themselves; a reply of nothing at all is none. */
function parseReply({ fields, files, uploadError }: CustomerRequest): ParsedForm<ReplyForm> {
  const form = parseForm(ReplyForm, fields);
  if (uploadError !== undefined) {
    return { ok: false, errors: { ...(form.ok ? {} : form.errors), files: uploadError } };
  }
  if (!form.ok || form.values.body !== '' || files.length > 0) return form;
  return { ok: false, errors: { body: 'ticket.error.bodyRequired' } };
}
