import pLimit from 'p-limit';
import type { Refusal, SourcePage } from '../../../sync/source.ts';
import { isZammadError, ZammadError } from '../errors.ts';
import type { ExternalNames } from '../external-names.ts';
import { parseTickets } from '../parse-tickets.ts';
import { type Ticket, TicketStamp } from '../schema.ts';
import { phrase } from '../texts.ts';
import type { Found, TicketContents, TicketSource } from '../ticket-source.ts';
import { ZAMMAD_CONCURRENCY, type ZammadClient } from './client.ts';
import { mapRestArticle } from './map-rest-article.ts';

export interface RestSourceOptions {
  readonly client: ZammadClient;
  readonly names: ExternalNames;
}

/** Tickets from Zammad's REST API. */
export function createRestSource({ client, names }: RestSourceOptions): TicketSource {
  const limit = pLimit(ZAMMAD_CONCURRENCY);
  const each = async <I, T>(items: readonly I[], find: (item: I) => Promise<T | undefined>) =>
    (await Promise.all(items.map((item) => limit(() => find(item))))).filter((found) => found !== undefined);

  return {
    url: client.url,
    pages: (since, signal) => readPages(client, names, since ?? BEGINNING, signal),
    countTickets: (since, signal) => client.countChangedTickets(since ?? BEGINNING, signal),
    async findTickets(ids, signal) {
      return parseTickets(await each(ids, (id) => client.findTicket(id, signal)), names);
    },
    findContents: (tickets, signal) => readContents(tickets, { client, names, each, signal }),
    openFile: client.openFile,
    findUsers: (ids, signal) => each(ids, (id) => client.findUser(id, signal)),
    findOrganizations: (ids, signal) => each(ids, (id) => client.findOrganization(id, signal)),
    listStates: client.listStates,
    listGroups: (signal) =>
      client.listGroups(signal).catch((error: unknown) => {
        if (isZammadError(error, 'zammad_no_right')) return [];
        throw error;
      }),
    async countUsersByEmail(emails, signal) {
      const counts = new Map<string, number>();
      for await (const users of pagesOf((page) => client.listUsers(page, signal))) {
        for (const user of users) {
          const email = user.email.trim().toLowerCase();
          if (emails.has(email)) counts.set(email, (counts.get(email) ?? 0) + 1);
        }
      }
      return counts;
    },
    async *listTicketIds(signal) {
      for await (const tickets of pagesOf((page) => client.listTickets(page, signal))) {
        yield tickets.map(({ id }) => id);
      }
    },
    listUsers: (signal) => pagesOf((page) => client.listUsers(page, signal)),
    listOrganizations: (signal) => pagesOf((page) => client.listOrganizations(page, signal)),
    probeTicket: client.probeTicket,
  };
}

/** Sizes over the limit are cut silently, so only an empty page is the end. */
async function* pagesOf<T>(read: (page: number) => Promise<readonly T[]>): AsyncGenerator<readonly T[]> {
  for (let page = 1; ; page += 1) {
    const rows = await read(page);
    if (rows.length === 0) return;
    yield rows;
  }
}

interface ContentsOptions extends RestSourceOptions {
  readonly each: <I, T>(
    items: readonly I[],
    find: (item: I) => Promise<T | undefined>,
  ) => Promise<readonly T[]>;
  readonly signal: AbortSignal;
}

/** Three requests a ticket: articles know neither tags nor links. */
async function readContents(
  tickets: readonly Ticket[],
  { client, names, each, signal }: ContentsOptions,
): Promise<Found<TicketContents>> {
  const refused: Refusal[] = [];
  const records = await each(tickets, async ({ id }): Promise<TicketContents | undefined> => {
    try {
      const articles = await client.findArticles(id, signal);
      if (!articles) return undefined;
      const tags = await client.listTags(id, signal);
      const links = await client.listLinks(id, signal);
      return {
        ticketId: id,
        articles: articles.map(mapRestArticle),
        tags,
        links: links
          .filter((link) => link.link_object === 'Ticket')
          .map((link) => ({ type: link.link_type, ticketId: link.link_object_value })),
      };
    } catch (error) {
      if (!isZammadError(error, 'zammad_unexpected')) throw error;
      refused.push({ externalId: names.ticket(id), reason: error.what });
      return undefined;
    }
  });
  return { records, refused };
}

const BEGINNING = '1970-01-01T00:00:00.000Z';

/**
 * Walks through the changes by their moment, not by page numbers: while we read, tickets change and move to the
 * end, which would shift every page after. Each request starts at the last moment seen and drops what it has seen
 * of that moment; only where one moment fills a whole page does the page number rise.
 */
async function* readPages(
  client: ZammadClient,
  names: ExternalNames,
  since: string,
  signal: AbortSignal,
): AsyncGenerator<SourcePage<Ticket>> {
  let from = since;
  let page = 1;
  let seen = new Set<string>();
  let fullest = 0;
  while (true) {
    const rows = await client.searchChangedTickets({ updatedSince: from, page }, signal);
    const stamps = rows.map((row) => parseStamp(row, client.url));
    const last = stamps.at(-1)?.updated_at;
    if (last === undefined) {
      if (page === 1 && (from > since || since === BEGINNING)) throw suddenlyNothing(client.url);
      return;
    }
    checkOrder(stamps, from, client.url);

    const fresh = rows.filter((_, index) => !seen.has(keyOf(stamps[index])));
    if (fresh.length > 0) yield { ...parseTickets(fresh, names), cursor: last };
    // A page smaller than one before cannot be full: nothing lies behind it.
    else if (rows.length < fullest) return;

    fullest = Math.max(fullest, rows.length);
    const ofLastMoment = stamps.filter((stamp) => stamp.updated_at === last).map(keyOf);
    if (last > from) {
      from = last;
      page = 1;
      seen = new Set(ofLastMoment);
    } else {
      page += 1;
      for (const key of ofLastMoment) seen.add(key);
    }
  }
}

function parseStamp(row: unknown, url: string): TicketStamp {
  const stamp = TicketStamp.safeParse(row);
  if (stamp.success) return stamp.data;
  throw new ZammadError(phrase('zammad.noStamp', { url }), {
    code: 'zammad_unexpected',
    help: phrase('zammad.version.help'),
  });
}

/**
 * Each search begins at the last ticket seen, so that one at least is found again, and no Zammad is without a ticket. A
 * Zammad in trouble answers an empty list all the same; a run that took it for the end would claim to be complete.
 */
function suddenlyNothing(url: string): ZammadError {
  return new ZammadError(phrase('zammad.emptied', { url }), {
    code: 'zammad_busy',
    help: phrase('zammad.emptied.help'),
    retryable: true,
  });
}

/** A search that ignores its condition or its order would lose tickets without a word. */
function checkOrder(stamps: readonly TicketStamp[], from: string, url: string): void {
  let previous = from;
  for (const { updated_at } of stamps) {
    if (updated_at < previous) {
      throw new ZammadError(phrase('zammad.noOrder', { url }), {
        code: 'zammad_unexpected',
        help: phrase('zammad.version.help'),
      });
    }
    previous = updated_at;
  }
}

function keyOf(stamp: TicketStamp | undefined): string {
  return stamp ? `${stamp.id}@${stamp.updated_at}` : '';
}
