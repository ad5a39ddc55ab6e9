import { createArticles } from './articles.ts';
import { createConnections } from './connections.ts';
import { createDirectory } from './directory.ts';
import { articleTypes, senders } from './lookups.ts';
import { createTicketRow, type NewArticle, type NewTicket } from './new-rows.ts';
import { createIds, getRow, removeWhere } from './rows.ts';
import type { Change, StoredData } from './stored-data.ts';
import type { ZammadArticle, ZammadData, ZammadState, ZammadTicket } from './types.ts';

export type Store = ReturnType<typeof createStore>;

/**
 * Keeps the rows, and changes them as Zammad's users would: `updated_at` moves where Zammad moves it, and nowhere
 * else. The arrays of `given` are changed in place, but for groups, states and priorities.
 */
export function createStore(given: ZammadData, clock: () => Date) {
  const data = complete(given);
  const tickets = new Map(data.tickets.map((ticket) => [ticket.id, ticket]));
  const takeTicketId = createIds(data.tickets.map((ticket) => ticket.id));
  const listeners: ((change: Change) => void)[] = [];
  const now = () => clock().toISOString();
  let byChange: readonly ZammadTicket[] | undefined;

  const getTicket = (id: number) => getRow(tickets, id, 'Ticket');
  const articles = createArticles(data, { findTicket: (id) => tickets.get(id), now });

  function changed(kind: Change['kind'], id: number): void {
    if (kind === 'ticket') byChange = undefined;
    for (const listener of listeners) listener({ kind, id });
  }

  /** Every change of a ticket or of what hangs on it moves its `updated_at`. */
  function touch(id: number): void {
    getTicket(id).updated_at = now();
    changed('ticket', id);
  }

  const directory = createDirectory(data, { now, changed, touch });

  return {
    data,
    findTicket: (id: number) => tickets.get(id),
    articlesOf: articles.articlesOf,
    findArticle: articles.findArticle,
    ...directory,
    ...createConnections(data, { now, touch, getTicket }),

    /** Ordered by `updated_at`, then by id. */
    ticketsByChange(): readonly ZammadTicket[] {
      byChange ??= data.tickets.toSorted((a, b) => compareText(a.updated_at, b.updated_at) || a.id - b.id);
      return byChange;
    },
    /** Hears of every change from now on. */
    onChange: (listener: (change: Change) => void) => listeners.push(listener),

    /** With an `updated_at` in the past it is a ticket that was committed late. */
    addTicket(values: NewTicket, newArticles: readonly NewArticle[] = []): ZammadTicket {
      const id = takeTicketId(values.id);
      const ticket = createTicketRow(id, values, directory.findUser(values.customer_id), now());
      data.tickets.push(ticket);
      tickets.set(id, ticket);
      for (const article of newArticles) articles.append(ticket, article);
      changed('ticket', id);
      return ticket;
    },
    addArticle(ticketId: number, values: NewArticle): ZammadArticle {
      const article = articles.append(getTicket(ticketId), values);
      touch(ticketId);
      return article;
    },
    updateTicket(id: number, changes: Partial<ZammadTicket>): void {
      const ticket = getTicket(id);
      // Zammad sets `close_at` when a ticket closes for the first time.
      const closes = changes.state_id === stateIdOfType(data.states, 'closed') && ticket.close_at === null;
      Object.assign(ticket, closes && { close_at: now() }, { updated_at: now() }, changes);
      changed('ticket', id);
    },
    updateArticle(id: number, changes: Pick<ZammadArticle, 'internal'>): void {
      touch(articles.update(id, changes).ticket_id);
    },
    /** No trace is left, but the ticket has changed. */
    deleteArticle(id: number): void {
      touch(articles.remove(id).ticket_id);
    },
    /** As Zammad does when it calculates escalations anew: the ticket only seems to have changed. */
    touchTicket: touch,
    /** No trace is left. */
    deleteTicket,
    /** Takes all the customer's tickets along. */
    deleteUser(id: number): void {
      for (const ticket of data.tickets.filter((row) => row.customer_id === id)) deleteTicket(ticket.id);
      directory.removeUser(id);
    },
    mergeTickets(sourceId: number, targetId: number): void {
      const source = getTicket(sourceId);
      const target = getTicket(targetId);
      articles.moveAll(source, target);
      moveConnections(data, sourceId, targetId);
      const note = { body: 'merged', type_id: articleTypes.note, sender_id: senders.Agent };
      articles.append(source, note);
      source.state_id = stateIdOfType(data.states, 'merged');
      const link = { type: 'parent', source: targetId, target: sourceId } as const;
      data.links.push({ id: nextIn(data.links), ...link });
      const merge = { source: sourceId, target: targetId, created_at: now() };
      data.merges.push({ id: nextIn(data.merges), ...merge });
      touch(sourceId);
      touch(targetId);
    },
  };

  function deleteTicket(id: number): void {
    tickets.delete(id);
    articles.removeAll(id);
    removeWhere(data.tickets, (row) => row.id === id);
    removeWhere(data.links, (link) => link.source === id || link.target === id);
    removeWhere(data.merges, (merge) => merge.source === id || merge.target === id);
    removeWhere(data.timeAccountings, (row) => row.ticket_id === id);
    changed('ticket', id);
  }
}

function complete(given: ZammadData): StoredData {
  return {
    links: [],
    merges: [],
    timeAccountings: [],
    attributes: [],
    ...given,
    groups: given.groups.map((row) => ({ ...row })),
    states: given.states.map((row) => ({ ...row })),
    priorities: given.priorities.map((row) => ({ ...row })),
  };
}

/** What hung on the merged ticket hangs on the other one from now on. */
function moveConnections(data: StoredData, source: number, target: number): void {
  const moved = (id: number) => (id === source ? target : id);
  const links = data.links.map((link) => ({
    ...link,
    source: moved(link.source),
    target: moved(link.target),
  }));
  data.links.splice(0, links.length, ...links.filter((link) => link.source !== link.target));
  const accounted = data.timeAccountings.map((row) => ({ ...row, ticket_id: moved(row.ticket_id) }));
  data.timeAccountings.splice(0, accounted.length, ...accounted);
}

function nextIn(rows: readonly { readonly id: number }[]): number {
  return Math.max(0, ...rows.map((row) => row.id)) + 1;
}

function stateIdOfType(states: readonly ZammadState[], type: string): number {
  const state = states.find((candidate) => candidate.state_type === type);
  if (!state) throw new Error(`The emulated Zammad has no state of type ${type}`);
  return state.id;
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
