import { articleTypes, senders, systemUserId } from './lookups.ts';
import type {
  ZammadArticle,
  ZammadData,
  ZammadOrganization,
  ZammadState,
  ZammadTicket,
  ZammadUser,
} from './types.ts';

export interface Store {
  readonly data: ZammadData;
  findTicket(id: number): ZammadTicket | undefined;
  findUser(id: number): ZammadUser | undefined;
  findOrganization(id: number): ZammadOrganization | undefined;
  articlesOf(ticketId: number): readonly ZammadArticle[];
  addTicket(ticket: NewTicket, articles?: readonly NewArticle[]): ZammadTicket;
  addArticle(ticketId: number, article: NewArticle): ZammadArticle;
  updateTicket(id: number, changes: Partial<ZammadTicket>): void;
  updateArticle(id: number, changes: Pick<ZammadArticle, 'internal'>): void;
  updateUser(id: number, changes: Partial<ZammadUser>): void;
  updateOrganization(id: number, changes: Partial<ZammadOrganization>): void;
  deleteTicket(id: number): void;
  mergeTickets(sourceId: number, targetId: number): void;
}

export type NewTicket = Pick<ZammadTicket, 'title' | 'customer_id'> & Partial<ZammadTicket>;
export type NewArticle = Pick<ZammadArticle, 'body'> & Partial<ZammadArticle>;

/** Keeps the rows and bumps `updated_at` where Zammad bumps it. */
export function createStore(data: ZammadData, clock: () => Date): Store {
  const tickets = new Map(data.tickets.map((ticket) => [ticket.id, ticket]));
  const users = new Map(data.users.map((user) => [user.id, user]));
  const organizations = new Map(data.organizations.map((organization) => [organization.id, organization]));
  const articles = groupByTicket(data.articles);
  const now = () => clock().toISOString();

  const store: Store = {
    data,
    findTicket: (id) => tickets.get(id),
    findUser: (id) => users.get(id),
    findOrganization: (id) => organizations.get(id),
    articlesOf: (ticketId) => articles.get(ticketId) ?? [],

    addTicket(values, newArticles = []) {
      const id = values.id ?? nextId(data.tickets);
      const ticket = { ...ticketDefaults(id, values, store.findUser(values.customer_id), now()), ...values };
      data.tickets.push(ticket);
      tickets.set(id, ticket);
      for (const article of newArticles) appendArticle(ticket, article);
      return ticket;
    },
    addArticle(ticketId, values) {
      const ticket = get(tickets, ticketId, 'Ticket');
      const article = appendArticle(ticket, values);
      touch(ticket);
      return article;
    },
    updateTicket(id, changes) {
      const ticket = get(tickets, id, 'Ticket');
      Object.assign(ticket, closing(ticket, changes, data.states, now()), { updated_at: now() }, changes);
    },
    updateArticle(id, changes) {
      const article = getArticle(data, id);
      Object.assign(article, changes, { updated_at: now() });
      touch(get(tickets, article.ticket_id, 'Ticket'));
    },
    updateUser(id, changes) {
      Object.assign(get(users, id, 'User'), { updated_at: now() }, changes);
    },
    updateOrganization(id, changes) {
      Object.assign(get(organizations, id, 'Organization'), { updated_at: now() }, changes);
    },
    deleteTicket(id) {
      tickets.delete(id);
      articles.delete(id);
      removeWhere(data.tickets, (ticket) => ticket.id === id);
      removeWhere(data.articles, (article) => article.ticket_id === id);
    },
    mergeTickets(sourceId, targetId) {
      const source = get(tickets, sourceId, 'Ticket');
      const target = get(tickets, targetId, 'Ticket');
      const moved = articles.get(sourceId) ?? [];
      for (const article of moved) Object.assign(article, { ticket_id: targetId, updated_at: now() });
      articles.set(targetId, [...store.articlesOf(targetId), ...moved]);
      articles.set(sourceId, []);
      appendArticle(source, { body: 'merged', type_id: articleTypes.note, sender_id: senders.Agent });
      source.state_id = stateIdOfType(data.states, 'merged');
      touch(source);
      touch(target);
    },
  };
  return store;

  function appendArticle(ticket: ZammadTicket, values: NewArticle): ZammadArticle {
    const article = { ...articleDefaults(nextId(data.articles), ticket, now()), ...values };
    data.articles.push(article);
    articles.set(ticket.id, [...store.articlesOf(ticket.id), article]);
    return article;
  }

  function touch(ticket: ZammadTicket): void {
    ticket.updated_at = now();
  }
}

function ticketDefaults(
  id: number,
  values: NewTicket,
  customer: ZammadUser | undefined,
  now: string,
): Omit<ZammadTicket, 'title' | 'customer_id'> {
  return {
    id,
    number: String(22000 + id),
    group_id: 2,
    priority_id: 2,
    state_id: 1,
    organization_id: customer?.organization_id ?? null,
    owner_id: systemUserId,
    close_at: null,
    escalation_at: null,
    pending_time: null,
    created_by_id: values.customer_id,
    updated_by_id: values.customer_id,
    created_at: now,
    updated_at: now,
  };
}

function articleDefaults(id: number, ticket: ZammadTicket, now: string): Omit<ZammadArticle, 'body'> {
  return {
    id,
    ticket_id: ticket.id,
    type_id: articleTypes.web,
    sender_id: senders.Customer,
    from: null,
    to: null,
    subject: null,
    content_type: 'text/plain',
    internal: false,
    created_by_id: ticket.customer_id,
    updated_by_id: ticket.customer_id,
    origin_by_id: null,
    created_at: now,
    updated_at: now,
  };
}

function groupByTicket(articles: readonly ZammadArticle[]): Map<number, ZammadArticle[]> {
  const groups = new Map<number, ZammadArticle[]>();
  for (const article of articles) {
    const group = groups.get(article.ticket_id);
    if (group) group.push(article);
    else groups.set(article.ticket_id, [article]);
  }
  return groups;
}

function removeWhere<Row>(rows: Row[], isGone: (row: Row) => boolean): void {
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index];
    if (row !== undefined && isGone(row)) rows.splice(index, 1);
  }
}

/** Zammad sets `close_at` when a ticket closes for the first time. */
function closing(
  ticket: ZammadTicket,
  changes: Partial<ZammadTicket>,
  states: readonly ZammadState[],
  now: string,
): Partial<ZammadTicket> {
  const closes = changes.state_id === stateIdOfType(states, 'closed');
  return closes && ticket.close_at === null ? { close_at: now } : {};
}

function stateIdOfType(states: readonly ZammadState[], type: string): number {
  const state = states.find((candidate) => candidate.state_type === type);
  if (!state) throw new Error(`The emulated Zammad has no state of type ${type}`);
  return state.id;
}

function getArticle(data: ZammadData, id: number): ZammadArticle {
  const article = data.articles.find((candidate) => candidate.id === id);
  if (!article) throw new Error(`Couldn't find Ticket::Article with 'id'=${id}`);
  return article;
}

function get<Row>(rows: ReadonlyMap<number, Row>, id: number, kind: string): Row {
  const row = rows.get(id);
  if (!row) throw new Error(`Couldn't find ${kind} with 'id'=${id}`);
  return row;
}

/** Ids come from a sequence, so the newest row, which stands last, has the highest. */
function nextId(rows: readonly { readonly id: number }[]): number {
  return Math.max(0, ...rows.slice(-50).map((row) => row.id)) + 1;
}
