import type { Answer } from '../http/exchange.ts';
import { notFound, ZammadFault } from './errors.ts';
import { fileContent } from './file-content.ts';
import type { Store } from './store.ts';
import type { ZammadArticle, ZammadAttachment } from './types.ts';

/** The bytes of an attachment. A `view` answers a smaller picture: other bytes than those that were sent in. */
export function answerAttachment(
  store: Store,
  [ticketId, articleId, id]: readonly number[],
  view: string | undefined,
): Answer {
  const article = store.findArticle(Number(articleId));
  if (!article) throw notFound('Ticket::Article', Number(articleId));
  if (!mayRead(store, Number(ticketId), article)) throw new ZammadFault(403, 'Not authorized');
  const attachment = article.attachments?.find((candidate) => candidate.id === id);
  if (!attachment) throw notFound('Store', Number(id));
  const content = fileContent(attachment.content);
  const isPicture = view === 'inline' || view === 'preview';
  return {
    status: 200,
    headers: {
      'content-type': contentTypeOf(attachment),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(attachment.filename)}`,
    },
    body: isPicture ? Buffer.concat([Buffer.from('smaller '), content]) : content,
  };
}

/** A mail as it came in. */
export function answerMail(store: Store, articleId: number): Answer {
  const plain = store.findArticle(articleId)?.plain;
  if (plain === undefined) throw notFound('Ticket::Article', articleId);
  return { status: 200, headers: { 'content-type': 'message/rfc822' }, body: Buffer.from(plain) };
}

/** Another ticket's id is let through only where that ticket was merged. */
function mayRead(store: Store, ticketId: number, article: ZammadArticle): boolean {
  if (ticketId === article.ticket_id) return true;
  return store.data.merges.some(({ source }) => source === ticketId);
}

/** Of types that a browser would run, only bytes are admitted. */
function contentTypeOf({ preferences }: ZammadAttachment): string {
  if (preferences.style === 'broken') return 'application/octet-stream';
  const type = String(preferences.values['Content-Type'] ?? preferences.values['Mime-Type'] ?? '');
  const isPlain = /^[\w.+-]+\/[\w.+-]+$/.test(type) && !/html|svg|javascript|xml/.test(type);
  return isPlain ? type : 'application/octet-stream';
}
