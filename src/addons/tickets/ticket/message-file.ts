import { Attachment, Message } from '../../../odoo/builtin-models.ts';
import type { Files } from '../../../odoo/files.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { notFound } from '../../../portal/errors.ts';
import type { FileReply } from '../../../portal/reply.ts';
import { conversationDomain } from './conversation.ts';
import { findTicketId } from './find-ticket.ts';

export interface FileReader {
  /** Who must be able to read the message that the file came with. */
  readonly odoo: Odoo;
  readonly service: Odoo;
  readonly files: Files;
}

/**
 * A file as a stream, for whoever may read the message that it came with: who sees the ticket does not yet see
 * the files of its internal notes.
 */
export async function getMessageFile(
  { odoo, service, files }: FileReader,
  ticketId: number | undefined,
  { params, signal }: { readonly params: Readonly<Record<string, string>>; readonly signal: AbortSignal },
): Promise<FileReply> {
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
}
