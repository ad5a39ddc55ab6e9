import { Attachment, Message } from '../../../odoo/builtin-models.ts';
import { isOdooError } from '../../../odoo/faults.ts';
import type { Download, Files } from '../../../odoo/files.ts';
import type { Odoo, Reads } from '../../../odoo/model-api.ts';
import { fileLost, notFound } from '../../../portal/errors.ts';
import type { FileReply } from '../../../portal/reply.ts';
import type { CustomerRequest } from '../../../portal/route.ts';
import { Ticket } from '../models.ts';
import { conversationDomain } from './conversation.ts';
import { findTextId } from './cut-markup.ts';
import { findFileInTexts } from './find-file-in-texts.ts';
import { findTicketId } from './find-ticket.ts';
import { getWholeText } from './whole-text.ts';

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
 * A file as a stream, for whoever may read the message that it came with, or the text that leads to it: who sees the
 * ticket does not yet see the files of its internal notes.
 */
export async function getMessageFile(
  reader: FileReader,
  ticketId: number,
  { params, signal }: { readonly params: Readonly<Record<string, string>>; readonly signal: AbortSignal },
): Promise<FileReply> {
  const textId = findTextId(params.file);
  if (textId !== undefined) return getWholeText(reader.reads, ticketId, textId);
  const id = findTicketId(params.file);
  if (id === undefined) throw notFound();
  const file = (await isAttached(reader, ticketId, id))
    ? await openAttached(reader, id)
    : await openLinked(reader, ticketId, id);
  if (signal.aborted) {
    file.body.destroy();
    throw notFound();
  }
  return file;
}

/** To what the reader may read: the description, or a message of the conversation. */
async function isAttached({ reads }: FileReader, ticketId: number, id: number): Promise<boolean> {
  const found = await Promise.all([
    reads.model(Ticket).search(
      [
        ['id', '=', ticketId],
        ['x_file_ids', 'in', [id]],
      ],
      { limit: 1 },
    ),
    reads
      .model(Message)
      .search([...conversationDomain(ticketId), ['attachment_ids', 'in', [id]]], { limit: 1 }),
  ]);
  return found.some((ids) => ids.length > 0);
}

async function openAttached({ service, files }: FileReader, id: number): Promise<FileReply> {
  const [[attachment], opened] = await Promise.all([
    service.model(Attachment).searchRead([['id', '=', id]], { fields: ['name', 'mimetype', 'type'] }),
    open(files, id),
  ]);
  if (!attachment || attachment.type === 'url') {
    if (!('fault' in opened)) opened.body.destroy();
    throw notFound();
  }
  // Of a file that its store has lost Odoo says nothing but that something went wrong.
  if ('fault' in opened) throw fileLost(opened.fault);
  const { name, mimetype } = attachment;
  return { kind: 'file', name, mimetype: mimetype || '', size: opened.size, body: opened.body };
}

async function openLinked({ reads, files }: FileReader, ticketId: number, id: number): Promise<FileReply> {
  const linked = await findFileInTexts(reads, ticketId, id);
  const opened = linked && (await open(files, id, linked.token));
  if (!opened || 'fault' in opened) throw notFound();
  const { name = '', mimetype = '', size, body } = opened;
  return { kind: 'file', name, mimetype, size, body };
}

/** A fault is of this file alone: lost, or nobody's yet. */
async function open(files: Files, id: number, token?: string): Promise<Download | { readonly fault: Error }> {
  try {
    return await files.download(id, token === undefined ? {} : { token });
  } catch (error) {
    if (isOdooError(error, 'odoo_missing', 'odoo_server_error', 'odoo_access_error')) return { fault: error };
    throw error;
  }
}
