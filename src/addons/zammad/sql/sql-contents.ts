import { z } from 'zod';
import { groupBy } from '../../../lib/group-by.ts';
import { blame } from '../blame.ts';
import type { ExternalNames } from '../external-names.ts';
import { parseRows } from '../parse-tickets.ts';
import { RecordId, type Ticket, text } from '../schema.ts';
import type { Found, TicketContents, TicketLink, TicketSource } from '../ticket-source.ts';
import { mapSqlArticle, SqlArticle, SqlFile } from './map-sql-article.ts';
import type { SqlDatabase } from './sql-database.ts';
import type { SqlShape } from './sql-shape.ts';

/** Tickets at once: a portion's bodies are in memory together. */
const PORTION = 50;

export interface SqlContentsOptions {
  readonly database: SqlDatabase;
  readonly names: ExternalNames;
  readonly shape: SqlShape;
  readonly source: Pick<TicketSource, 'prove'>;
  readonly signal: AbortSignal;
}

/** What belongs to tickets, with five queries for fifty of them. */
export async function readSqlContents(
  tickets: readonly Ticket[],
  options: SqlContentsOptions,
): Promise<Found<TicketContents>> {
  const found: Found<TicketContents>[] = [];
  for (let start = 0; start < tickets.length; start += PORTION) {
    found.push(await readPatiently(tickets.slice(start, start + PORTION), options));
  }
  return join(found);
}

/** A portion that cannot be read is read half by half, until the tickets at fault stand alone. */
async function readPatiently(
  tickets: readonly Ticket[],
  options: SqlContentsOptions,
): Promise<Found<TicketContents>> {
  const ids = tickets.map(({ id }) => id);
  try {
    return await readPortion(ids, options);
  } catch (error) {
    const reason = await blame(error, options.source, options.signal);
    const [only, ...more] = tickets;
    if (only && more.length === 0) {
      const externalId = options.names.ticket(only.id);
      return { records: [], refused: [{ externalId, reason, said: only.attributes }] };
    }
    const middle = Math.ceil(tickets.length / 2);
    return join([
      await readPatiently(tickets.slice(0, middle), options),
      await readPatiently(tickets.slice(middle), options),
    ]);
  }
}

const join = <T>(found: readonly Found<T>[]): Found<T> => ({
  records: found.flatMap(({ records }) => records),
  refused: found.flatMap(({ refused }) => refused),
});

async function readPortion(
  ids: readonly number[],
  { database, names, shape, signal }: SqlContentsOptions,
): Promise<Found<TicketContents>> {
  const list = <T extends z.ZodType>(row: T, text: string, of: readonly unknown[] = ids) =>
    database.query(row, text, [of], signal);
  const there = await list(RecordId, 'SELECT id FROM tickets WHERE id = ANY($1::int[])');
  const articles = parseRows(SqlArticle, await list(z.unknown(), ARTICLES), names.article);
  const articleIds = articles.records.map((article) => String(article.id));
  const fileRows = await list(
    z.unknown(),
    `${FILES} AND s.o_id = ANY($1::${shape.fileOwner}[]) ORDER BY s.id`,
    articleIds,
  );
  const files = parseRows(SqlFile, fileRows, names.file);
  const tags = await list(Tag, TAGS);
  const links = await list(Link, LINKS);
  const filesOf = groupBy(files.records, (file) => file.article_id);
  const articlesOf = groupBy(articles.records, (article) => article.ticket_id);
  const tagsOf = groupBy(tags, (tag) => tag.ticket_id);
  return {
    records: there.map(({ id }) => ({
      ticketId: id,
      articles: (articlesOf.get(id) ?? []).map((article) =>
        mapSqlArticle(article, filesOf.get(article.id) ?? []),
      ),
      tags: [...new Set((tagsOf.get(id) ?? []).map((tag) => tag.name))],
      links: links.flatMap((link) => seenFrom(id, link)),
    })),
    refused: [
      ...articles.refused.map((one) => ({ ...one, on: names.ticket(Owned.parse(one.said).ticket_id) })),
      ...files.refused.map((one) => ({ ...one, on: names.article(Owned.parse(one.said).article_id) })),
    ],
  };
}

/** Ids by which the database joined a row to others, whatever else is wrong with it. */
const Owned = z.object({
  ticket_id: z.number().catch(0),
  article_id: z.number().catch(0),
});

const ARTICLES = `SELECT a.id, a.ticket_id, type.name AS type, sender.name AS sender, a."from", a."to", a.cc, a.subject,
    a.message_id, a.content_type, a.body, a.internal, a.created_by_id, a.origin_by_id, a.created_at
  FROM ticket_articles a
  JOIN ticket_article_types type ON type.id = a.type_id
  JOIN ticket_article_senders sender ON sender.id = a.sender_id
  WHERE a.ticket_id = ANY($1::int[]) ORDER BY a.id`;

const FILES = `SELECT s.id, s.o_id::text::int AS article_id, s.store_file_id, s.filename, s.size, s.preferences
  FROM stores s
  WHERE s.store_object_id = (SELECT id FROM store_objects WHERE name = 'Ticket::Article')`;

const TAGS = `SELECT t.o_id AS ticket_id, i.name
  FROM tags t JOIN tag_items i ON i.id = t.tag_item_id JOIN tag_objects o ON o.id = t.tag_object_id
  WHERE o.name = 'Ticket' AND t.o_id = ANY($1::int[]) ORDER BY t.id`;

const LINKS = `SELECT type.name AS type, l.link_object_source_value AS source, l.link_object_target_value AS target
  FROM links l
  JOIN link_types type ON type.id = l.link_type_id
  JOIN link_objects source ON source.id = l.link_object_source_id AND source.name = 'Ticket'
  JOIN link_objects target ON target.id = l.link_object_target_id AND target.name = 'Ticket'
  WHERE l.link_object_source_value = ANY($1::int[]) OR l.link_object_target_value = ANY($1::int[])
  ORDER BY l.id`;

const Tag = z.object({ ticket_id: z.number().int(), name: text });
const Link = z.object({ type: z.string(), source: z.number().int(), target: z.number().int() });
type Link = z.infer<typeof Link>;

/** A link's type says what the source is to the target; seen from the source it is the other way round. */
function seenFrom(ticketId: number, { type, source, target }: Link): readonly TicketLink[] {
  return [
    ...(ticketId === target ? [{ type, ticketId: source }] : []),
    ...(ticketId === source ? [{ type: opposite[type] ?? type, ticketId: target }] : []),
  ];
}

const opposite: Readonly<Record<string, string>> = { parent: 'child', child: 'parent' };
