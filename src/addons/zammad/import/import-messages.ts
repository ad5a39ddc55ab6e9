import type { Odoo } from '../../../odoo/model-api.ts';
import type { Refusal } from '../../../sync/source.ts';
import type { WriteRecords } from '../../imports/record-writer.ts';
import type { ExternalNames } from '../external-names.ts';
import { authorIdOf, mapArticle, type Subtypes } from '../map/map-article.ts';
import type { FindFile } from '../map/map-body.ts';
import { ImportedMessage } from '../models.ts';
import type { Article } from '../schema.ts';
import type { People } from './import-people.ts';

/** What Odoo has of articles, by their ids in Zammad. */
export type HeldMessages = ReadonlyMap<number, HeldMessage>;

export interface HeldMessage {
  readonly id: number;
  readonly res_id: number;
  readonly is_internal: boolean;
  readonly author_id: readonly [number, string] | false;
}

/** New here, or moved from another ticket, or no longer (or only now) internal. */
export function isToWrite(article: Article, recordId: number | undefined, held: HeldMessages): boolean {
  const message = held.get(article.id);
  return !message || message.res_id !== recordId || message.is_internal !== article.internal;
}

export interface MessageOptions {
  readonly odoo: Odoo;
  readonly names: ExternalNames;
  readonly people: People;
  readonly subtypes: Subtypes;
  readonly write: WriteRecords;
  readonly zammadUrl: string;
  readonly findFile: FindFile;
}

/** A ticket that Odoo has, and the articles that are to become messages, anew where Odoo has them. */
export interface TicketMessages {
  readonly recordId: number;
  readonly subject: string;
  readonly articles: readonly Article[];
  /** Messages to go: the ticket's description says them, or they are written anew. */
  readonly remove: readonly number[];
}

/** Odoo lets only administrators move a message to another record, so what moves is written anew. */
export async function importMessages(
  tickets: readonly TicketMessages[],
  { odoo, names, people, subtypes, write, zammadUrl, findFile }: MessageOptions,
): Promise<{ readonly written: number; readonly refused: readonly Refusal[] }> {
  const rows = tickets.flatMap(({ recordId, subject, articles }) =>
    articles.map((article) => ({
      externalId: names.article(article.id),
      cells: mapArticle(article, {
        zammadUrl,
        ticketRecordId: recordId,
        ticketSubject: subject,
        authorId: people.partnerOf(authorIdOf(article)),
        subtypes,
        findFile,
      }),
    })),
  );
  const obsolete = tickets.flatMap(({ remove }) => remove);
  if (obsolete.length > 0) await odoo.model(ImportedMessage).unlink(obsolete);
  return write(ImportedMessage, rows);
}
