import { type Answer, jsonAnswer } from '../http/exchange.ts';
import { answerAttachment, answerMail } from './attachments.ts';
import { authorize } from './authenticate.ts';
import { notFound, ZammadFault } from './errors.ts';
import { searchTickets, type TicketSearch } from './search-tickets.ts';
import {
  type Json,
  serializeArticle,
  serializeGroup,
  serializeLink,
  serializeLookup,
  serializeOrganization,
  serializeTicket,
  serializeUser,
} from './serialize.ts';
import type { Store } from './store.ts';
import type { ZammadArticle, ZammadTicket, ZammadVersion } from './types.ts';

export interface RouteOptions {
  readonly store: Store;
  readonly version: ZammadVersion;
  readonly permissions: readonly string[];
  /** The user the token belongs to. */
  readonly userId: number;
  readonly listsInlineImages: boolean;
}

export interface ZammadRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

interface Asked {
  /** The numbers in the path. */
  readonly ids: readonly number[];
  readonly id: number;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Json;
  readonly expand: boolean;
}

/** What a route answers: a value that is sent as JSON, or a whole answer. */
type Route = (asked: Asked) => unknown;

/** The part of `/api/v1` that an importer reads. */
export function createRoutes(options: RouteOptions): (request: ZammadRequest) => Answer {
  const { store, version, permissions, userId } = options;
  const { data } = store;
  const ticketOf = (id: unknown) => getTicket(store, id);
  const showTicket = (ticket: ZammadTicket, expand: boolean) =>
    serializeTicket(store, ticket, version, expand);
  const routes: Readonly<Record<string, Route>> = {
    'GET /users/me': ({ expand }) => serializeUser(store, userId, expand),
    'GET /tickets': ({ query, expand }) =>
      page(byId(data.tickets), query, { perPage: 100, max: 100 }).map((ticket) => showTicket(ticket, expand)),
    'POST /tickets/search': ({ query, body }) => answerSearch(store, version, { ...query, ...body }),
    'GET /tickets/#': ({ id, expand }) => showTicket(ticketOf(id), expand),
    'GET /ticket_articles/by_ticket/#': ({ id }) =>
      inAnswerOrder(store.articlesOf(ticketOf(id).id), version).map((article) =>
        serializeArticle(store, article, options),
      ),
    'GET /ticket_attachment/#/#/#': ({ ids, query }) => answerAttachment(store, ids, query.view),
    'GET /ticket_article_plain/#': ({ id }) => answerMail(store, id),
    'GET /tags': ({ query }) => ({ tags: ticketOf(query.o_id).tags ?? [] }),
    'GET /links': ({ query }) => {
      const { id } = ticketOf(query.link_object_value);
      const links = data.links.filter((link) => link.source === id || link.target === id);
      return { links: links.map((link) => serializeLink(link, id)), assets: {} };
    },
    'GET /ticket_history/#': ({ id }) => ({ history: mergesOf(store, ticketOf(id).id), assets: {} }),
    ...(version !== '5.5' && {
      'GET /tickets/#/time_accountings': ({ id }) =>
        store
          .timeAccountingsOf(ticketOf(id).id)
          .map((row) => ({ ...row, type_id: null, updated_at: row.created_at })),
    }),
    'GET /users': ({ query, expand }) =>
      page(byId(data.users), query, { perPage: 100, max: 1000 }).map(({ id }) =>
        serializeUser(store, id, expand),
      ),
    'GET /users/#': ({ id, expand }) => serializeUser(store, id, expand) ?? fail(notFound('User', id)),
    'GET /organizations': ({ query, expand }) =>
      page(byId(data.organizations), query, { perPage: 500, max: 1000 }).map(({ id }) =>
        serializeOrganization(store, id, expand),
      ),
    'GET /organizations/#': ({ id, expand }) =>
      serializeOrganization(store, id, expand) ?? fail(notFound('Organization', id)),
    'GET /ticket_states': ({ expand }) =>
      data.states.map(({ state_type, ...state }) => ({
        ...serializeLookup(state),
        ...(expand && { state_type }),
      })),
    'GET /ticket_priorities': () => data.priorities.map(serializeLookup),
    'GET /groups': () => {
      authorize(permissions, 'admin.group');
      return data.groups.map((group) => serializeGroup(store, group, version));
    },
  };

  return ({ method, path, query, body }) => {
    const asked = path.slice('/api/v1'.length);
    if (asked !== '/users/me') authorize(permissions, 'ticket.agent');
    const route = routes[`${method} ${asked.replaceAll(/\/\d+(?=\/|$)/g, '/#')}`];
    if (!route) throw new ZammadFault(404, `No route matches [${method}] ${path}`);
    const ids = [...asked.matchAll(/\/(\d+)(?=\/|$)/g)].map(([, digits]) => Number(digits));
    const expand = query.expand === 'true';
    const answer = route({ ids, id: ids[0] ?? 0, query, body: isJson(body) ? body : {}, expand });
    return isAnswer(answer) ? answer : jsonAnswer(answer);
  };
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const isAnswer = (value: unknown): value is Answer => isJson(value) && 'headers' in value;

function fail(error: Error): never {
  throw error;
}

function getTicket(store: Store, id: unknown): ZammadTicket {
  const ticket = store.findTicket(Number(id));
  if (!ticket) throw notFound('Ticket', String(id));
  return ticket;
}

function mergesOf(store: Store, ticketId: number): readonly Json[] {
  return store.data.merges.flatMap(({ id, source, target, created_at }) => {
    if (ticketId !== source && ticketId !== target) return [];
    const type = ticketId === source ? 'merged_into' : 'received_merge';
    const ids = { id_to: target, id_from: source };
    return [{ id, o_id: ticketId, ...ids, object: 'Ticket', type, created_by_id: 3, created_at }];
  });
}

interface Paging {
  readonly page?: unknown;
  readonly per_page?: unknown;
  readonly limit?: unknown;
}

function answerSearch(store: Store, version: ZammadVersion, search: TicketSearch & Paging & Json): unknown {
  const found = search.condition || version === '7.1' ? searchTickets(store, search) : [];
  const tickets = page(found, search, { perPage: 50, max: 200 });
  const isExpand = String(search.expand) === 'true';
  const records = tickets.map((ticket) => serializeTicket(store, ticket, version, isExpand));
  if (version === '7.1') {
    if (search.only_total_count) return { total_count: found.length };
    return search.with_total_count ? { records, total_count: found.length } : records;
  }
  return isExpand ? records : answerWithAssets(tickets, records);
}

/** The shape without `expand` up to 6.4, which broke clients when it became a flat list. */
function answerWithAssets(tickets: readonly ZammadTicket[], records: readonly Json[]): Json {
  return {
    tickets: tickets.map((ticket) => ticket.id),
    tickets_count: tickets.length,
    assets: { Ticket: Object.fromEntries(tickets.map((ticket, index) => [ticket.id, records[index]])) },
  };
}

/** Sizes over the limit are cut silently. */
function page<Row>(rows: readonly Row[], query: Paging, limits: { perPage: number; max: number }): Row[] {
  const size = Math.min(Number(query.per_page ?? query.limit) || limits.perPage, limits.max);
  const start = ((Number(query.page) || 1) - 1) * size;
  return rows.slice(start, start + size);
}

/** 5.5 has no ORDER BY there, so rows come as PostgreSQL finds them: here, the last written first. */
function inAnswerOrder(articles: readonly ZammadArticle[], version: ZammadVersion): readonly ZammadArticle[] {
  if (version === '5.5') return articles.toReversed();
  return articles.toSorted((a, b) => a.created_at.localeCompare(b.created_at) || a.id - b.id);
}

function byId<Row extends { readonly id: number }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => a.id - b.id);
}
