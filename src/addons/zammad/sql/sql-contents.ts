import { z } from 'zod';
import { groupBy } from '../../../lib/group-by.ts';
import { type Ticket, text } from '../schema.ts';
import type { Found, TicketContents, TicketLink } from '../ticket-source.ts';
import { mapSqlArticle, SqlArticle, SqlFile } from './map-sql-article.ts';
import type { SqlDatabase } from './sql-database.ts';
import type { SqlShape } from './sql-shape.ts';

/** Tickets at once: a portion's bodies are in memory together. */
const PORTION = 50;

/** What belongs to tickets, with five queries for fifty of them. */
export async function readSqlContents(
  database: SqlDatabase,
  tickets: readonly Ticket[],
  shape: SqlShape,
  signal: AbortSignal,
): Promise<Found<TicketContents>> {
  const records: TicketContents[] = [];
  for (let start = 0; start < tickets.length; start += PORTION) {
    const ids = tickets.slice(start, start + PORTION).map((ticket) => ticket.id);
    records.push(...(await readPortion(database, ids, shape, signal)));
  }
  return { records, refused: [] };
}

async function readPortion(
  database: SqlDatabase,
  ids: readonly number[],
  shape: SqlShape,
  signal: AbortSignal,
): Promise<readonly TicketContents[]> {
  const list = <T extends z.ZodType>(row: T, text: string, of: readonly unknown[] = ids) =>
    database.query(row, text, [of], signal);
  const there = await list(Id, 'SELECT id FROM tickets WHERE id = ANY($1::int[])');
  const articles = await list(SqlArticle, ARTICLES);
  const articleIds = articles.map((article) => String(article.id));
  const files = await list(
    SqlFile,
    `${FILES} AND s.o_id = ANY($1::${shape.fileOwner}[]) ORDER BY s.id`,
    articleIds,
  );
  const tags = await list(Tag, TAGS);
  const links = await list(Link, LINKS);
  const filesOf = groupBy(files, (file) => file.article_id);
  const articlesOf = groupBy(articles, (article) => article.ticket_id);
  const tagsOf = groupBy(tags, (tag) => tag.ticket_id);
  return there.map(({ id }) => ({
    ticketId: id,
    articles: (articlesOf.get(id) ?? []).map((article) =>
      mapSqlArticle(article, filesOf.get(article.id) ?? []),
    ),
    tags: [...new Set((tagsOf.get(id) ?? []).map((tag) => tag.name))],
    links: links.flatMap((link) => seenFrom(id, link)),
  }));
}

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

const Id = z.object({ id: z.number().int() });
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
