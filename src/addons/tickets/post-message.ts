import { Message } from '../../odoo/builtin-models.ts';
import { isOdooError } from '../../odoo/faults.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import type { SessionUser } from '../../odoo/session.ts';
import type { PortalServices } from '../../portal/route.ts';
import type { UploadedFile } from '../../portal/uploaded-file.ts';
import { Ticket } from './models.ts';
import { storeFiles } from './store-files.ts';

export interface CustomerMessage {
  readonly ticketId: number;
  readonly author: SessionUser;
  /** The same for every send of one form, and nobody else's. */
  readonly key: string;
  readonly html: string;
  readonly files: readonly UploadedFile[];
}

/**
 * Posts in a customer's name, whose right to do so was proved before. A second send of the same form finds the
 * first one's Message-ID and posts nothing.
 */
export async function postMessage(
  service: Odoo,
  { odooUrl }: Pick<PortalServices, 'odooUrl'>,
  { ticketId, author, key, html, files }: CustomerMessage,
): Promise<void> {
  const messageId = `<supportdesk-${key}@${new URL(odooUrl).hostname}>`;
  if ((await service.model(Message).searchCount([['message_id', '=', messageId]])) > 0) return;
  const message = {
    body: html,
    body_is_html: true,
    author_id: author.partnerId,
    message_type: 'comment',
    subtype_xmlid: 'mail.mt_comment',
    message_id: messageId,
    attachment_ids: await storeFiles(service, ticketId, key, files),
  };
  await service.call(Ticket.name, 'message_post', [[ticketId]], message).catch((error: unknown) => {
    // Odoo refuses an author without an email address, unless the sender's address is given.
    if (!isOdooError(error, 'odoo_user_error')) throw error;
    return service.call(Ticket.name, 'message_post', [[ticketId]], { ...message, email_from: author.login });
  });
}
