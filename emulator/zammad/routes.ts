import { type Request, Router } from 'express';
import { createAttachmentRoutes } from './attachment-routes.ts';
import { authorize } from './authenticate.ts';
import { notFound } from './errors.ts';
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

/** The part of `/api/v1` that an importer reads. */
export function createRoutes(options: RouteOptions): Router {
  const { store, version, permissions, userId } = options;
  const router = Router();
  router.get('/users/me', (request, response) => {
    response.json(serializeUser(store, userId, isExpanded(request)));
  });
  router.use((_request, _response, next) => {
    authorize(permissions, 'ticket.agent');
    next();
  });

  router.get('/tickets', (request, response) => {
    const tickets = page(byId(store.data.tickets), request.query, { perPage: 100, max: 100 });
    response.json(tickets.map((ticket) => serializeTicket(store, ticket, version, isExpanded(request))));
  });
  router.post('/tickets/search', (request, response) => {
    response.json(answerSearch(store, version, { ...request.query, ...request.body }));
  });
  router.get('/tickets/:id', (request, response) => {
    const ticket = getTicket(store, request.params.id);
    response.json(serializeTicket(store, ticket, version, isExpanded(request)));
  });
  router.get('/ticket_articles/by_ticket/:id', (request, response) => {
    const { id } = getTicket(store, request.params.id);
    const articles = inAnswerOrder(store.articlesOf(id), version);
    response.json(articles.map((article) => serializeArticle(store, article, options)));
  });
  router.use(createAttachmentRoutes(store));

  router.get('/tags', (request, response) => {
    response.json({ tags: getTicket(store, request.query.o_id).tags ?? [] });
  });
  router.get('/links', (request, response) => {
    const { id } = getTicket(store, request.query.link_object_value);
    const links = store.data.links.filter((link) => link.source === id || link.target === id);
    response.json({ links: links.map((link) => serializeLink(link, id)), assets: {} });
  });
  router.get('/ticket_history/:id', (request, response) => {
    const { id } = getTicket(store, request.params.id);
    response.json({ history: mergesOf(store, id), assets: {} });
  });
  if (version !== '5.5') {
    router.get('/tickets/:id/time_accountings', (request, response) => {
      const { id } = getTicket(store, request.params.id);
      response.json(
        store.timeAccountingsOf(id).map((row) => ({ ...row, type_id: null, updated_at: row.created_at })),
      );
    });
  }

  router.get('/users', (request, response) => {
    const users = page(byId(store.data.users), request.query, { perPage: 100, max: 1000 });
    response.json(users.map((user) => serializeUser(store, user.id, isExpanded(request))));
  });
  router.get('/users/:id', (request, response) => {
    const user = serializeUser(store, Number(request.params.id), isExpanded(request));
    if (!user) throw notFound('User', request.params.id);
    response.json(user);
  });
  router.get('/organizations', (request, response) => {
    const rows = page(byId(store.data.organizations), request.query, { perPage: 500, max: 1000 });
    response.json(rows.map((row) => serializeOrganization(store, row.id, isExpanded(request))));
  });
  router.get('/organizations/:id', (request, response) => {
    const organization = serializeOrganization(store, Number(request.params.id), isExpanded(request));
    if (!organization) throw notFound('Organization', request.params.id);
    response.json(organization);
  });

  router.get('/ticket_states', (request, response) => {
    response.json(
      store.data.states.map(({ state_type, ...state }) => ({
        ...serializeLookup(state),
        ...(isExpanded(request) ? { state_type } : {}),
      })),
    );
  });
  router.get('/ticket_priorities', (_request, response) => {
    response.json(store.data.priorities.map(serializeLookup));
  });
  router.get('/groups', (_request, response) => {
    authorize(permissions, 'admin.group');
    response.json(store.data.groups.map((group) => serializeGroup(store, group, version)));
  });
  return router;
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

function isExpanded(request: Request): boolean {
  return request.query.expand === 'true';
}
