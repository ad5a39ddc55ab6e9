import { z } from 'zod';
import { createHttp, type Http, HttpError, type HttpRequest, type HttpStream } from '../../../lib/http.ts';
import { isZammadError } from '../errors.ts';
import { type ArticleFile, ErrorBody, Group, Organization, RecordId, State, text, User } from '../schema.ts';
import { cutShort, mapErrorAnswer, mapHttpError, mapMismatch, notTheFile, notZammad } from './map-error.ts';
import { RestLink } from './rest-schema.ts';

export interface ZammadClientOptions {
  readonly url: string;
  readonly token: string;
  /** Milliseconds until a request is given up; Zammad takes its time with long pages. */
  readonly timeoutMs?: number;
  readonly retries?: number;
}

export interface ChangedTicketsQuery {
  /** ISO 8601 in UTC: Zammad's database ignores offsets. */
  readonly updatedSince: string;
  readonly page: number;
  /** Zammad gives no more than 200, the default. */
  readonly perPage?: number;
}

export interface PageQuery {
  readonly page: number;
  readonly perPage: number;
}

export interface ZammadClient {
  readonly url: string;
  /** Who the token belongs to: a cheap test of address and token. */
  getMe(signal?: AbortSignal): Promise<User>;
  /** Tickets changed at or after a moment, oldest change first, unchecked: one bad row must not spoil a page. */
  searchChangedTickets(query: ChangedTicketsQuery, signal?: AbortSignal): Promise<readonly unknown[]>;
  /** How many there are; `undefined` from a Zammad before 6.5, which does not tell. */
  countChangedTickets(updatedSince: string, signal?: AbortSignal): Promise<number | undefined>;
  /** 403 and 404 are answers too. */
  probeTicket(id: number, signal?: AbortSignal): Promise<'there' | 'gone' | 'hidden'>;
  /** Unchecked; `undefined` where it is gone. */
  findTicket(id: number, signal?: AbortSignal): Promise<unknown>;
  /** A hundred ids at most, in their order; empty past the last page. */
  listTickets(query: PageQuery, signal?: AbortSignal): Promise<readonly { readonly id: number }[]>;
  /** All articles of a ticket, unchecked and in no order; `undefined` where the ticket is gone. */
  findArticles(ticketId: number, signal?: AbortSignal): Promise<readonly unknown[] | undefined>;
  listTags(ticketId: number, signal?: AbortSignal): Promise<readonly string[]>;
  listLinks(ticketId: number, signal?: AbortSignal): Promise<readonly RestLink[]>;
  openFile(file: ArticleFile, signal?: AbortSignal): Promise<AsyncIterable<Uint8Array> | undefined>;
  findUser(id: number, signal?: AbortSignal): Promise<User | undefined>;
  findOrganization(id: number, signal?: AbortSignal): Promise<Organization | undefined>;
  /** A thousand at most, by id, unchecked; empty past the last page. */
  listUsers(query: PageQuery, signal?: AbortSignal): Promise<readonly unknown[]>;
  listOrganizations(query: PageQuery, signal?: AbortSignal): Promise<readonly unknown[]>;
  listStates(signal?: AbortSignal): Promise<readonly State[]>;
  /** Needs a right that few tokens have. @throws ZammadError `zammad_no_right` */
  listGroups(signal?: AbortSignal): Promise<readonly Group[]>;
  close(): void;
}

/** Zammad asks for few parallel requests: each one resolves names row by row. */
export const ZAMMAD_CONCURRENCY = 4;

const Rows = z.array(z.unknown());
const Tags = z.object({ tags: z.array(text) });
const Links = z.object({ links: z.array(RestLink) });

/**
 * Zammad's REST API as far as the import reads it. Every answer is asked for as JSON and with `expand=true`, the
 * one shape that all versions share.
 * @throws ZammadError for every way in which a request can fail.
 */
export function createZammadClient(options: ZammadClientOptions): ZammadClient {
  const http = createHttp({
    baseUrl: options.url,
    headers: { authorization: `Token token=${options.token}`, accept: 'application/json' },
    timeoutMs: options.timeoutMs ?? 60_000,
    concurrency: ZAMMAD_CONCURRENCY,
    ...(options.retries === undefined ? {} : { retries: options.retries }),
  });

  function get<T extends z.ZodType>(
    schema: T,
    path: string,
    signal?: AbortSignal,
    searchParams: Readonly<Record<string, number | string>> = {},
  ): Promise<z.infer<T>> {
    const request = { method: 'GET', path, searchParams: { ...searchParams, expand: true } } as const;
    return send(http, schema, { ...request, signal });
  }

  return {
    url: options.url,
    getMe: (signal) => get(User, '/api/v1/users/me', signal),
    async countChangedTickets(updatedSince, signal) {
      const answer = await send(http, z.unknown(), {
        method: 'POST',
        path: '/api/v1/tickets/search',
        json: { condition: changedSince(updatedSince), only_total_count: true, per_page: 1, expand: true },
        signal,
      });
      return TotalCount.safeParse(answer).data?.total_count;
    },
    searchChangedTickets({ updatedSince, page, perPage = 200 }, signal) {
      const condition = changedSince(updatedSince);
      const sorting = { sort_by: 'updated_at,id', order_by: 'asc,asc' };
      return send(http, Rows, {
        method: 'POST',
        path: '/api/v1/tickets/search',
        json: { condition, ...sorting, page, per_page: perPage, expand: true },
        signal,
      });
    },
    async probeTicket(id, signal) {
      const path = `/api/v1/tickets/${id}`;
      try {
        await get(z.object({ id: z.literal(id) }), path, signal);
        return 'there';
      } catch (error) {
        if (isZammadError(error, 'zammad_missing')) return 'gone';
        if (isZammadError(error, 'zammad_no_right')) return 'hidden';
        throw error;
      }
    },
    findTicket: (id, signal) => get(z.unknown(), `/api/v1/tickets/${id}`, signal).catch(ignoreMissing),
    listTickets: (query, signal) => get(z.array(RecordId), '/api/v1/tickets', signal, paging(query)),
    findArticles: (ticketId, signal) =>
      get(Rows, `/api/v1/ticket_articles/by_ticket/${ticketId}`, signal).catch(ignoreMissing),
    async listTags(ticketId, signal) {
      const { tags } = await get(Tags, '/api/v1/tags', signal, { object: 'Ticket', o_id: ticketId });
      return tags;
    },
    async listLinks(ticketId, signal) {
      const search = { link_object: 'Ticket', link_object_value: ticketId };
      return (await get(Links, '/api/v1/links', signal, search)).links;
    },
    async openFile(file, signal) {
      const path = `/api/v1/ticket_attachment/${file.ticket_id}/${file.article_id}/${file.id}`;
      const answer = await http.open({ method: 'GET', path, retry: true, signal }).catch(rethrow);
      if (answer.status === 404) return undefined;
      if (answer.status !== 200) throw mapErrorAnswer({ ...answer, body: '' }, '', http.baseUrl);
      if (isPage(answer) && !/html/i.test(file.mime_type)) {
        await closeBody(answer.body);
        throw notTheFile(http.baseUrl);
      }
      return mapBodyErrors(answer.body, http.baseUrl, signal);
    },
    findUser: (id, signal) => get(User, `/api/v1/users/${id}`, signal).catch(ignoreMissing),
    findOrganization: (id, signal) =>
      get(Organization, `/api/v1/organizations/${id}`, signal).catch(ignoreMissing),
    listUsers: (query, signal) => get(Rows, '/api/v1/users', signal, paging(query)),
    listOrganizations: (query, signal) => get(Rows, '/api/v1/organizations', signal, paging(query)),
    listStates: (signal) => get(z.array(State), '/api/v1/ticket_states', signal),
    listGroups: (signal) => get(z.array(Group), '/api/v1/groups', signal, { per_page: 1000 }),
    close: http.close,
  };
}

const paging = ({ page, perPage }: PageQuery) => ({ page, per_page: perPage });

const TotalCount = z.object({ total_count: z.number().int() });

const changedSince = (moment: string) => ({
  'ticket.updated_at': { operator: 'after (absolute)', value: moment },
});

/** All that the import sends only reads, so all of it may be sent twice. */
async function send<T extends z.ZodType>(
  http: Http,
  schema: T,
  request: Omit<HttpRequest, 'retry'>,
): Promise<z.infer<T>> {
  const response = await http.request({ ...request, retry: true }).catch(rethrow);
  const body = parseJson(response.body);
  if (response.status < 200 || response.status > 299) {
    throw mapErrorAnswer(response, ErrorBody.safeParse(body).data?.error, http.baseUrl);
  }
  if (body === undefined) throw notZammad(response, http.baseUrl);
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw mapMismatch(parsed.error, request.path);
  return parsed.data;
}

/** A login page, or a proxy's own; Zammad itself gives what could harm a browser as bytes without a type. */
function isPage({ headers }: HttpStream): boolean {
  return /^\s*(?:text\/html|application\/xhtml)/i.test(String(headers['content-type'] ?? ''));
}

/** Unread, it would keep its connection. */
async function closeBody(body: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of body) break;
}

/** A body that breaks off is Zammad's fault as much as an answer that never came. */
async function* mapBodyErrors(
  body: AsyncIterable<Uint8Array>,
  url: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw signal?.aborted ? error : cutShort(error, url);
  }
}

function rethrow(error: unknown): never {
  throw error instanceof HttpError ? mapHttpError(error) : error;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function ignoreMissing(error: unknown): undefined {
  if (isZammadError(error, 'zammad_missing')) return undefined;
  throw error;
}
