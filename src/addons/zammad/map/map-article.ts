import type { Cells } from '../../../sync/import-row.ts';
import type { Article } from '../schema.ts';
import { type FindFile, mapBody } from './map-body.ts';
import { mapMoment } from './map-moment.ts';

export interface ArticleContext {
  readonly zammadUrl: string;
  /** The ticket's record in Odoo. */
  readonly ticketRecordId: number;
  readonly ticketSubject: string;
  /** Odoo's contact; undefined where nobody of flesh and blood wrote it. */
  readonly authorId: number | undefined;
  readonly subtypes: Subtypes;
  readonly findFile: FindFile;
}

/** Odoo's records of what a message is. */
export interface Subtypes {
  readonly comment: number;
  readonly note: number;
}

/** An article as a message in the ticket's chatter: internal notes stay internal, the rest the customer sees. */
export function mapArticle(article: Article, context: ArticleContext): Cells {
  const { ticketRecordId, ticketSubject, authorId, subtypes, findFile } = context;
  return {
    model: 'x_support.ticket',
    res_id: String(ticketRecordId),
    date: mapMoment(article.created_at),
    body: mapBody(article, context.zammadUrl, findFile),
    subject: article.subject,
    'author_id/.id': authorId === undefined ? '' : String(authorId),
    // Odoo shows the address where there is no author.
    email_from: article.from || (authorId === undefined ? 'Zammad' : ''),
    message_type: article.type === 'email' ? 'email' : 'comment',
    'subtype_id/.id': String(article.internal ? subtypes.note : subtypes.comment),
    is_internal: article.internal ? '1' : '0',
    // Odoo would work these out message by message, which takes half of the time.
    reply_to: article.from,
    record_name: ticketSubject,
    message_id: messageIdOf(article),
    x_email_to: article.to,
    x_email_cc: article.cc,
    x_channel: article.type,
    'attachment_ids/.id': article.files.flatMap(({ id }) => findFile(id) ?? []).join(','),
  };
}

/** By this id Odoo finds the ticket when somebody answers an old mail. */
export function messageIdOf(article: Article): string {
  return article.message_id || `<zammad-article-${article.id}@odoo-supportdesk>`;
}

/** Row 1 of every Zammad's users stands for nobody: it owns what is unassigned and writes what triggers send. */
export const NOBODY = 1;

/** Who said it: the customer whose words an agent wrote down goes before the agent. */
export function authorIdOf(article: Article): number | undefined {
  const id = article.origin_by_id ?? article.created_by_id;
  return id === NOBODY ? undefined : id;
}
