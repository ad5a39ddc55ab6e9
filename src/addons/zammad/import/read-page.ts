import type { Odoo } from '../../../odoo/model-api.ts';
import { findImported } from '../../../sync/find-imported.ts';
import type { Refusal, SourcePage } from '../../../sync/source.ts';
import type { ExternalNames } from '../external-names.ts';
import type { States } from '../map/map-state.ts';
import { type Conversation, splitArticles } from '../map/split-articles.ts';
import { ImportedTicket } from '../models.ts';
import type { Ticket } from '../schema.ts';
import type { TicketContents, TicketSource } from '../ticket-source.ts';

export interface ReadPageOptions {
  readonly odoo: Odoo;
  readonly source: TicketSource;
  readonly names: ExternalNames;
  readonly states: States;
  readonly signal: AbortSignal;
  /** Look also at tickets that seem not to have changed. */
  readonly full: boolean;
}

/** A page of tickets with all that is needed to write it. */
export interface ReadPage {
  /** How many tickets the source gave. */
  readonly count: number;
  readonly cursor: string;
  readonly known: KnownTickets;
  /** The tickets that may have changed, with their conversations. */
  readonly changed: readonly ReadTicket[];
  readonly refused: readonly Refusal[];
}

export interface ReadTicket extends Conversation, Omit<TicketContents, 'ticketId' | 'articles'> {
  readonly ticket: Ticket;
}

/** Reads what belongs to the tickets of a page that Odoo does not have as they are. */
export async function readPage(page: SourcePage<Ticket>, options: ReadPageOptions): Promise<ReadPage> {
  const { odoo, names, full } = options;
  const known = await findKnownTickets(odoo, names, page.records);
  const tickets = full
    ? page.records
    : page.records.filter((ticket) => !isUpToDate(ticket, known.get(names.ticket(ticket.id))));
  const { read, refused } = await readConversations(tickets, options);
  return {
    count: page.records.length + page.refused.length,
    cursor: page.cursor,
    known,
    changed: read,
    refused: [...page.refused, ...refused],
  };
}

/** What Odoo remembers of a ticket that was imported. */
export interface KnownTicket {
  readonly id: number;
  readonly x_import_hash: string | false;
  readonly x_import_version: string | false;
  readonly x_import_pending: boolean;
  readonly x_import_articles: string | false;
  /** Attachments that stand under the description. */
  readonly x_file_ids: readonly number[];
}
export type KnownTickets = ReadonlyMap<string, KnownTicket>;

const KNOWN = [
  'x_import_hash',
  'x_import_version',
  'x_import_pending',
  'x_import_articles',
  'x_file_ids',
] as const;

/** What Odoo remembers of the tickets it has. */
export function findKnownTickets(
  odoo: Odoo,
  names: ExternalNames,
  tickets: readonly Ticket[],
): Promise<KnownTickets> {
  return findImported(
    odoo,
    ImportedTicket,
    tickets.map((ticket) => names.ticket(ticket.id)),
    KNOWN,
  );
}

/** The same by Zammad's own numbers, in one call instead of two. */
export async function findKnownByNumber(
  odoo: Odoo,
  sourceId: number,
  tickets: readonly Ticket[],
): Promise<KnownTickets> {
  const rows = await odoo.model(ImportedTicket).searchRead(
    [
      ['x_import_source_id', '=', sourceId],
      ['x_source_number', 'in', tickets.map(({ number }) => number)],
    ],
    {
      fields: ['x_source_number', ...KNOWN],
      context: { active_test: false },
    },
  );
  return new Map(rows.map((row) => [row.x_source_number || '', row]));
}

/** True where nothing can have happened to the ticket since it was written, messages included. */
export function isUpToDate(ticket: Ticket, before: KnownTicket | undefined): boolean {
  return before?.x_import_version === ticket.updated_at && !before.x_import_pending;
}

async function readConversations(
  tickets: readonly Ticket[],
  { source, states, signal }: ReadPageOptions,
): Promise<{ readonly read: readonly ReadTicket[]; readonly refused: readonly Refusal[] }> {
  const { records, refused } = await source.findContents(tickets, signal);
  const contents = new Map(records.map((one) => [one.ticketId, one]));
  const read = tickets.flatMap((ticket): ReadTicket[] => {
    const found = contents.get(ticket.id);
    if (!found) return [];
    const { articles, ticketId: _, ...rest } = found;
    return [{ ticket, ...rest, ...splitArticles(articles, states.get(ticket.state_id)?.state_type) }];
  });
  return { read, refused };
}
