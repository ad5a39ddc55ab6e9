import { Readable } from 'node:stream';
import { Message } from '../../../odoo/builtin-models.ts';
import { findText } from '../../../odoo/found-values.ts';
import type { Reads } from '../../../odoo/model-api.ts';
import { notFound } from '../../../portal/errors.ts';
import { htmlToText } from '../../../portal/html-to-text.ts';
import type { FileReply } from '../../../portal/reply.ts';
import { Ticket } from '../models.ts';
import { conversationDomain } from './conversation.ts';

/** All the words of a text that its page cannot hold, for whoever may read it there. */
export async function getWholeText(reads: Reads, ticketId: number, messageId: number): Promise<FileReply> {
  const html = await (messageId === 0
    ? readDescription(reads, ticketId)
    : readBody(reads, ticketId, messageId));
  if (html === undefined) throw notFound();
  const bytes = Buffer.from(htmlToText(html));
  return {
    kind: 'file',
    name: `${ticketId}-${messageId}.txt`,
    mimetype: 'text/plain',
    size: bytes.length,
    body: Readable.from([bytes]),
  };
}

async function readDescription(reads: Reads, ticketId: number): Promise<string | undefined> {
  const [row] = await reads
    .model(Ticket)
    .searchRead([['id', '=', ticketId]], { fields: ['x_description'], limit: 1 });
  return row && findText(row.x_description);
}

async function readBody(reads: Reads, ticketId: number, messageId: number): Promise<string | undefined> {
  const [row] = await reads
    .model(Message)
    .searchRead([...conversationDomain(ticketId), ['id', '=', messageId]], { fields: ['body'], limit: 1 });
  return row && findText(row.body);
}
