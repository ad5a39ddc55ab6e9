import { Message } from '../../odoo/builtin-models.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { findImported } from '../../sync/find-imported.ts';
import { importRecords } from '../../sync/import-records.ts';
import type { Refusal } from '../../sync/source.ts';
import type { ExternalNames } from './external-names.ts';
import type { People } from './import-people.ts';
import { authorIdOf, mapArticle } from './map-article.ts';
import type { Article } from './schema.ts';
import type { Conversation } from './split-articles.ts';

/** What must happen to a ticket's messages so that they are what its conversation says. */
export interface MessageChanges {
  /** New here, or moved from another ticket, or no longer (or only now) internal. */
  readonly write: readonly Article[];
  /**
   * Messages that the ticket's description says already, and those that are written anew: Odoo lets only
   * administrators move a message to another record.
   */
  readonly remove: readonly number[];
}

/** The ticket's record is undefined as long as Odoo does not have it. */
export interface TicketConversation extends Conversation {
  readonly recordId: number | undefined;
}

/** Compares conversations with the messages Odoo holds: two calls for any number of them. */
export async function planMessages(
  odoo: Odoo,
  names: ExternalNames,
  conversations: readonly TicketConversation[],
): Promise<readonly MessageChanges[]> {
  const articles = conversations.flatMap(({ description, messages }) => [
    ...(description ? [description] : []),
    ...messages,
  ]);
  const held = await findImported(
    odoo,
    Message,
    articles.map((article) => names.article(article.id)),
    ['model', 'res_id', 'is_internal'],
  );
  return conversations.map(({ recordId, description, messages }) => {
    const write = messages.filter((article) => {
      const message = held.get(names.article(article.id));
      return !message || message.res_id !== recordId || message.is_internal !== article.internal;
    });
    const gone = description ? [description, ...write] : write;
    return { write, remove: gone.flatMap((article) => held.get(names.article(article.id))?.id ?? []) };
  });
}

export interface MessageOptions {
  readonly odoo: Odoo;
  readonly names: ExternalNames;
  readonly people: People;
  readonly zammadUrl: string;
}

/** A ticket that Odoo has, and what must happen to its messages. */
export interface TicketMessages {
  readonly recordId: number;
  readonly subject: string;
  readonly changes: MessageChanges;
}

/** Carries the changes out. */
export async function importMessages(
  tickets: readonly TicketMessages[],
  { odoo, names, people, zammadUrl }: MessageOptions,
): Promise<{ readonly written: number; readonly refused: readonly Refusal[] }> {
  const rows = tickets.flatMap(({ recordId, subject, changes }) =>
    changes.write.map((article) => ({
      externalId: names.article(article.id),
      cells: mapArticle(article, {
        zammadUrl,
        ticketRecordId: recordId,
        ticketSubject: subject,
        author: people.partnerOf(authorIdOf(article)),
      }),
    })),
  );
  const obsolete = tickets.flatMap(({ changes }) => changes.remove);
  if (obsolete.length > 0) await odoo.model(Message).unlink(obsolete);
  return importRecords(odoo, Message, rows);
}
