import { createHash } from 'node:crypto';
import { fileContent, fileSize } from '../file-content.ts';
import { senders, systemUserId } from '../lookups.ts';
import type { Store } from '../store.ts';
import type { ZammadArticle, ZammadAttachment, ZammadTicket, ZammadVersion } from '../types.ts';
import { renderPreferences } from './render-preferences.ts';

export type Row = Readonly<Record<string, unknown>>;

/** Table → rows, in an order that foreign keys allow. */
export type Rows = Readonly<Record<string, readonly Row[]>>;

/** All rows that tickets and what hangs on them take in the database. */
export function ticketRows(store: Store, tickets: readonly ZammadTicket[], version: ZammadVersion): Rows {
  const ids = new Set(tickets.map((ticket) => ticket.id));
  const articles = tickets.flatMap((ticket) => store.articlesOf(ticket.id));
  const files = articles.flatMap((article) => storedFiles(article));
  const accountings = store.data.timeAccountings.filter((row) => ids.has(row.ticket_id));
  const links = store.data.links.filter((link) => ids.has(link.source) || ids.has(link.target));
  return {
    tickets: tickets.map((ticket) => ticketRow(store, ticket)),
    ticket_articles: articles.map(articleRow),
    ticket_time_accountings: accountings.map((row) => ({ ...row, updated_at: row.created_at })),
    tag_items: [...new Set(tickets.flatMap((ticket) => ticket.tags ?? []))].map((name) => ({
      id: tagId(name),
      name,
      name_downcase: name.toLowerCase(),
      ...moments(epoch),
    })),
    tags: tickets.flatMap((ticket) =>
      (ticket.tags ?? []).map((name, index) => ({
        id: ticket.id * 100 + index,
        tag_item_id: tagId(name),
        tag_object_id: 1,
        o_id: ticket.id,
        created_by_id: systemUserId,
        ...moments(ticket.created_at),
      })),
    ),
    links: links.map((link) => ({
      id: link.id,
      link_type_id: linkTypes[link.type],
      link_object_source_id: 1,
      link_object_source_value: link.source,
      link_object_target_id: 1,
      link_object_target_value: link.target,
      ...moments(epoch),
    })),
    store_files: files.map(({ file }) => ({
      id: file.store_file_id,
      sha: shaOf(file),
      provider: file.provider ?? 'DB',
      ...moments(epoch),
    })),
    store_provider_dbs: files
      .filter(({ file }) => (file.provider ?? 'DB') === 'DB')
      .map(({ file }) => ({
        id: file.store_file_id,
        sha: shaOf(file),
        data: `\\x${fileContent(file.content).toString('hex')}`,
        ...moments(epoch),
      })),
    stores: files.map(({ article, file, isMail }) => ({
      id: file.id,
      store_object_id: isMail ? 2 : 1,
      store_file_id: file.store_file_id,
      o_id: version === '5.5' ? article.id : String(article.id),
      preferences: renderPreferences(file.preferences),
      size: String(fileSize(file.content)),
      filename: file.filename,
      created_by_id: article.created_by_id,
      ...moments(article.created_at),
    })),
  };
}

/** Times of a ticket beside those that every row has. */
const ticketTimes = [
  ...['first_response_at', 'first_response_escalation_at', 'close_at', 'close_escalation_at'],
  ...['update_escalation_at', 'last_close_at', 'last_contact_at', 'last_contact_agent_at'],
  ...['last_contact_customer_at', 'escalation_at', 'pending_time'],
];
const linkTypes = { normal: 1, parent: 2, child: 3 } as const;
const epoch = '2026-01-01T00:00:00.000Z';
const moments = (at: string) => ({ created_at: at, updated_at: at });

function ticketRow(store: Store, ticket: ZammadTicket): Row {
  const units = store.timeAccountingsOf(ticket.id).map((row) => Number(row.time_unit));
  const { tags: _, attributes, preferences, ...columns } = ticket;
  const counted = store.articlesOf(ticket.id).filter((article) => article.sender_id !== senders.System);
  return {
    note: null,
    ...Object.fromEntries(ticketTimes.map((name) => [name, null])),
    ...columns,
    article_count: counted.length,
    time_unit: units.length > 0 ? units.reduce((sum, unit) => sum + unit, 0).toFixed(2) : null,
    preferences: renderPreferences(preferences),
    ...Object.fromEntries(store.data.attributes.map(({ name }) => [name, attributes?.[name] ?? null])),
  };
}

function articleRow({ attachments: _, plain: __, preferences, ...columns }: ZammadArticle): Row {
  return {
    cc: null,
    reply_to: null,
    message_id: null,
    in_reply_to: null,
    ...columns,
    preferences: renderPreferences(preferences),
  };
}

interface StoredFile {
  readonly article: ZammadArticle;
  readonly file: ZammadAttachment;
  readonly isMail: boolean;
}

/** Attachments, and the mail as it came in, which is a file too. */
function storedFiles(article: ZammadArticle): readonly StoredFile[] {
  const attached = (article.attachments ?? []).map((file) => ({ article, file, isMail: false }));
  if (article.plain === undefined) return attached;
  const id = 1_000_000 + article.id;
  const filename = `ticket-${article.ticket_id}-${article.id}.eml`;
  const content = { text: article.plain };
  const file = { id, store_file_id: id, filename, preferences: { values: {} }, content };
  return [...attached, { article, file, isMail: true }];
}

/** The same content has the same hash, unless it is kept elsewhere, so that no two files share a row by chance. */
function shaOf({ content, provider }: ZammadAttachment): string {
  return createHash('sha256')
    .update(fileContent(content))
    .update(provider ?? '')
    .digest('hex');
}

function tagId(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE() >>> 1;
}
