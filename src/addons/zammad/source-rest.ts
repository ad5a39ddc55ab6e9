import type { SourcePage } from '../../sync/source.ts';
import type { ZammadClient } from './client.ts';
import { ZammadError } from './errors.ts';
import type { ExternalNames } from './external-names.ts';
import { Ticket, TicketStamp } from './schema.ts';
import type { TicketSource } from './ticket-source.ts';

export interface RestSourceOptions {
  readonly client: ZammadClient;
  readonly names: ExternalNames;
}

/** Tickets from Zammad's REST API. */
export function createRestSource({ client, names }: RestSourceOptions): TicketSource {
  return {
    url: client.url,
    pages: (since, signal) => readPages(client, names, since ?? BEGINNING, signal),
    findArticles: client.findArticles,
    findUser: client.findUser,
    findOrganization: client.findOrganization,
    listStates: client.listStates,
    async countUsersByEmail(emails, signal) {
      const counts = new Map<string, number>();
      for (let page = 1; ; page += 1) {
        const users = await client.listUsers(page, signal);
        if (users.length === 0) return counts;
        for (const user of users) {
          const email = user.email.trim().toLowerCase();
          if (emails.has(email)) counts.set(email, (counts.get(email) ?? 0) + 1);
        }
      }
    },
  };
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
    if (last === undefined) return;
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

function parseTickets(
  rows: readonly unknown[],
  names: ExternalNames,
): Pick<SourcePage<Ticket>, 'records' | 'refused'> {
  const parsed = rows.map((row) => Ticket.safeParse(row));
  return {
    records: parsed.flatMap((result) => (result.success ? [result.data] : [])),
    refused: parsed.flatMap((result, index) => {
      if (result.success) return [];
      const stamp = TicketStamp.safeParse(rows[index]).data;
      const [issue] = result.error.issues;
      const reason = `Zammad’s answer does not fit: ${issue?.path.join('.')}: ${issue?.message}`;
      return stamp ? [{ externalId: names.ticket(stamp.id), reason }] : [];
    }),
  };
}

function parseStamp(row: unknown, url: string): TicketStamp {
  const stamp = TicketStamp.safeParse(row);
  if (stamp.success) return stamp.data;
  throw new ZammadError(`${url} finds tickets without id or time of change`, {
    code: 'zammad_unexpected',
    help: 'Zammad 5.5 to 7.1 are known to work; this one may be older or newer.',
  });
}

/** A search that ignores its condition or its order would lose tickets without a word. */
function checkOrder(stamps: readonly TicketStamp[], from: string, url: string): void {
  let previous = from;
  for (const { updated_at } of stamps) {
    if (updated_at < previous) {
      throw new ZammadError(`${url} does not answer the search for changed tickets in order`, {
        code: 'zammad_unexpected',
        help: 'Zammad 5.5 to 7.1 are known to work; this one may be older or newer.',
      });
    }
    previous = updated_at;
  }
}

function keyOf(stamp: TicketStamp | undefined): string {
  return stamp ? `${stamp.id}@${stamp.updated_at}` : '';
}
