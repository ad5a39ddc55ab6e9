import pLimit from 'p-limit';
import type { Odoo } from '../../odoo/model-api.ts';
import { findImported } from '../../sync/find-imported.ts';
import { hashCells } from '../../sync/hash-cells.ts';
import { importContext, importRecords } from '../../sync/import-records.ts';
import type { Refusal } from '../../sync/source.ts';
import { ZAMMAD_CONCURRENCY } from './client.ts';
import { isZammadError } from './errors.ts';
import type { ExternalNames } from './external-names.ts';
import { importMessages, type MessageChanges, planMessages, type TicketMessages } from './import-messages.ts';
import type { People } from './import-people.ts';
import { authorIdOf } from './map-article.ts';
import type { StateTypes } from './map-state.ts';
import { mapTicket } from './map-ticket.ts';
import { ImportedTicket } from './models.ts';
import type { Article, Ticket } from './schema.ts';
import { type Conversation, splitArticles } from './split-articles.ts';
import type { TicketSource } from './ticket-source.ts';

export interface PageOptions {
  readonly odoo: Odoo;
  readonly source: TicketSource;
  readonly names: ExternalNames;
  readonly people: People;
  readonly stateTypes: StateTypes;
  readonly signal: AbortSignal;
  /** Look also at tickets that seem not to have changed. */
  readonly full: boolean;
}

export interface PageResult {
  readonly created: number;
  readonly updated: number;
  readonly messages: number;
  readonly refused: readonly Refusal[];
}

/**
 * Brings a page of tickets with all that belongs to them into Odoo, in a fixed number of calls. It may stop
 * anywhere and be done again: a ticket says that messages are missing until they are there.
 */
export async function importPage(tickets: readonly Ticket[], options: PageOptions): Promise<PageResult> {
  const { odoo, source, names, people } = options;
  const known = await findKnownTickets(odoo, names, tickets);
  const changed = options.full ? tickets : tickets.filter((ticket) => !isUpToDate(ticket, known, names));
  const { read, refused: unreadable } = await readConversations(changed, options);
  if (read.length === 0) return { created: 0, updated: 0, messages: 0, refused: unreadable };

  const refusedPeople = await people.ensure(new Set(read.flatMap(peopleOf)), new Set(read.flatMap(ownerOf)));
  const plans = await planMessages(
    odoo,
    names,
    read.map(({ ticket, ...conversation }) => ({
      ...conversation,
      recordId: known.get(names.ticket(ticket.id))?.id,
    })),
  );
  const work = read.flatMap(({ ticket, description }, index) => {
    const messages = plans[index] ?? { write: [], remove: [] };
    const row = ticketRow(ticket, description, messages, options);
    const before = known.get(row.externalId);
    const isSame = before?.x_import_hash === row.cells.x_import_hash && !before.x_import_pending;
    return isSame && !hasWork(messages) ? [] : [{ row, messages, isNew: !before }];
  });

  const written = await importRecords(
    odoo,
    ImportedTicket,
    work.map(({ row }) => row),
  );
  const done = work.filter(({ row }) => written.ids.has(row.externalId));
  const conversations = done.flatMap(({ row, messages }): TicketMessages[] => {
    const recordId = written.ids.get(row.externalId);
    if (recordId === undefined || !hasWork(messages)) return [];
    return [{ recordId, subject: row.cells.x_name, changes: messages }];
  });
  const messages = await importMessages(conversations, { odoo, names, people, zammadUrl: source.url });
  await settle(
    odoo,
    conversations.map(({ recordId }) => recordId),
  );
  const created = done.filter(({ isNew }) => isNew).length;
  return {
    created,
    updated: done.length - created,
    messages: messages.written,
    refused: [...unreadable, ...refusedPeople, ...written.refused, ...messages.refused],
  };
}

export type KnownTickets = Awaited<ReturnType<typeof findKnownTickets>>;

/** What Odoo remembers of the tickets it has. */
export function findKnownTickets(odoo: Odoo, names: ExternalNames, tickets: readonly Ticket[]) {
  return findImported(
    odoo,
    ImportedTicket,
    tickets.map((ticket) => names.ticket(ticket.id)),
    ['x_import_hash', 'x_import_version', 'x_import_pending'],
  );
}

/** True where nothing can have happened to the ticket since it was written, messages included. */
export function isUpToDate(ticket: Ticket, known: KnownTickets, names: ExternalNames): boolean {
  const before = known.get(names.ticket(ticket.id));
  return before?.x_import_version === ticket.updated_at && !before.x_import_pending;
}

interface ReadTicket extends Conversation {
  readonly ticket: Ticket;
}

async function readConversations(
  tickets: readonly Ticket[],
  { source, names, stateTypes, signal }: PageOptions,
): Promise<{ readonly read: readonly ReadTicket[]; readonly refused: readonly Refusal[] }> {
  const limit = pLimit(ZAMMAD_CONCURRENCY);
  const refused: Refusal[] = [];
  const read = await Promise.all(
    tickets.map((ticket) =>
      limit(async (): Promise<readonly ReadTicket[]> => {
        const articles = await source.findArticles(ticket.id, signal).catch((error: unknown) => {
          if (!isZammadError(error, 'zammad_unexpected')) throw error;
          refused.push({ externalId: names.ticket(ticket.id), reason: error.message });
        });
        if (!articles) return [];
        return [{ ticket, ...splitArticles(articles, stateTypes.get(ticket.state_id)) }];
      }),
    ),
  );
  return { read: read.flat(), refused };
}

function ticketRow(
  ticket: Ticket,
  description: Article | undefined,
  messages: MessageChanges,
  { source, names, people, stateTypes }: PageOptions,
) {
  const cells = mapTicket(ticket, {
    zammadUrl: source.url,
    stateType: stateTypes.get(ticket.state_id),
    description,
    partner: people.partnerOf(ticket.customer_id),
    assigneeId: people.assigneeOf(ticket.owner_id),
  });
  return {
    externalId: names.ticket(ticket.id),
    cells: {
      ...cells,
      x_import_hash: hashCells(cells),
      x_import_version: ticket.updated_at,
      x_import_pending: hasWork(messages) ? '1' : '0',
    },
  };
}

/** The messages are there: from now on the tickets count as up to date. */
async function settle(odoo: Odoo, recordIds: readonly number[]): Promise<void> {
  if (recordIds.length === 0) return;
  await odoo.model(ImportedTicket).write(recordIds, { x_import_pending: false }, importContext);
}

function peopleOf({ ticket, messages }: ReadTicket): readonly number[] {
  return [ticket.customer_id, ...messages.map(authorIdOf)].filter((id) => id !== undefined);
}

function ownerOf({ ticket }: ReadTicket): readonly number[] {
  return ticket.owner_id === undefined ? [] : [ticket.owner_id];
}

function hasWork({ write, remove }: MessageChanges): boolean {
  return write.length > 0 || remove.length > 0;
}
