import { Router } from 'express';
import { notFound, ZammadFault } from './errors.ts';
import { fileContent } from './file-content.ts';
import type { Store } from './store.ts';
import type { ZammadArticle, ZammadAttachment } from './types.ts';

/** The bytes of attachments, and mails as they came in. */
export function createAttachmentRoutes(store: Store): Router {
  const router = Router();
  router.get('/ticket_attachment/:ticket/:article/:id', (request, response) => {
    const article = store.findArticle(Number(request.params.article));
    if (!article) throw notFound('Ticket::Article', request.params.article);
    if (!mayRead(store, Number(request.params.ticket), article)) throw new ZammadFault(403, 'Not authorized');
    const attachment = article.attachments?.find(({ id }) => id === Number(request.params.id));
    if (!attachment) throw notFound('Store', request.params.id);
    const isPicture = request.query.view === 'inline' || request.query.view === 'preview';
    response
      .set('Content-Type', contentTypeOf(attachment))
      .set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(attachment.filename)}`)
      .end(isPicture ? resized(attachment) : fileContent(attachment.content));
  });
  router.get('/ticket_article_plain/:id', (request, response) => {
    const plain = store.findArticle(Number(request.params.id))?.plain;
    if (plain === undefined) throw notFound('Ticket::Article', request.params.id);
    response.type('message/rfc822').send(Buffer.from(plain));
  });
  return router;
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

/** `view` answers a smaller picture: other bytes than those that were sent in. */
function resized(attachment: ZammadAttachment): Buffer {
  return Buffer.concat([Buffer.from('smaller '), fileContent(attachment.content)]);
}
