import { Attachment, Message } from '../../odoo/builtin-models.ts';
import { notFound } from '../../portal/errors.ts';
import type { Reply } from '../../portal/reply.ts';
import type { CustomerRequest, PortalServices } from '../../portal/route.ts';
import { conversationDomain } from './conversation.ts';
import { findTicketId } from './find-ticket.ts';

/**
 * A file as a stream, for whoever may read the message that it came with: who sees the ticket does not yet see
 * the files of its internal notes.
 */
export function createFileHandler({ service, files }: PortalServices) {
  return async ({ odoo, params, signal }: CustomerRequest): Promise<Reply> => {
    const ticketId = findTicketId(params.id);
    const id = findTicketId(params.file);
    if (ticketId === undefined || id === undefined) throw notFound();
    const [message] = await odoo
      .model(Message)
      .search([...conversationDomain(ticketId), ['attachment_ids', 'in', [id]]], { limit: 1 });
    if (message === undefined) throw notFound();

    const [[attachment], file] = await Promise.all([
      service.model(Attachment).searchRead([['id', '=', id]], { fields: ['name', 'mimetype'] }),
      files.download(id),
    ]);
    if (signal.aborted || !attachment) {
      file.body.destroy();
      throw notFound();
    }
    const { name, mimetype } = attachment;
    return { kind: 'file', name, mimetype: mimetype || '', size: file.size, body: file.body };
  };
}
