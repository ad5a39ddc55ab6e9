import { Attachment, Message } from '../../../odoo/builtin-models.ts';
import type { Files } from '../../../odoo/files.ts';
import type { Odoo, Reads } from '../../../odoo/model-api.ts';
import { notFound } from '../../../portal/errors.ts';
import type { FileReply } from '../../../portal/reply.ts';
import type { CustomerRequest } from '../../../portal/route.ts';
import { Ticket } from '../models.ts';
import { conversationDomain } from './conversation.ts';
import { findTicketId } from './find-ticket.ts';

export interface FileReader {
  /** Must find the message that the file came with. */
  readonly reads: Reads;
  readonly service: Odoo;
  readonly files: Files;
}

/** A file of a ticket that the customer sees. */
export async function getTicketFile(
  request: CustomerRequest,
  { files }: Pick<FileReader, 'files'>,
): Promise<FileReply> {
  const id = findTicketId(request.params.id);
  if (id === undefined) throw notFound();
  const { reader, service } = request;
  return getMessageFile({ reads: reader.of(Ticket, id), service, files }, id, request);
}

/**
 * A file as a stream, for whoever may read the message that it came with: who sees the ticket does not yet see
 * the files of its internal notes.
 */
export async function getMessageFile(
  { reads, service, files }: FileReader,
  ticketId: number,
  { params, signal }: { readonly params: Readonly<Record<string, string>>; readonly signal: AbortSignal },
): Promise<FileReply> {
  const id = findTicketId(params.file);
  if (id === undefined) throw notFound();
  const [message] = await reads
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
