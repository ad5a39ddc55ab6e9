import type { Told } from '../../../lib/phrase.ts';
import type { Refusal, SourcePage } from '../../../sync/source.ts';
import { blame } from '../blame.ts';
import { isZammadError, ZammadError } from '../errors.ts';
import type { ExternalNames } from '../external-names.ts';
import { parseRows, parseTickets } from '../parse-tickets.ts';
import { type Ticket, TicketStamp } from '../schema.ts';
import { phrase } from '../texts.ts';
import type { TicketSource } from '../ticket-source.ts';
import type { ZammadClient } from './client.ts';
import { persist } from './persist.ts';

export const BEGINNING = '1970-01-01T00:00:00.000Z';

export interface ChangesOptions {
  readonly client: Pick<ZammadClient, 'url' | 'searchChangedTickets'>;
  readonly names: ExternalNames;
  readonly source: Pick<TicketSource, 'prove'>;
  readonly since: string;
  readonly signal: AbortSignal;
}

/** Where a page cannot be read, smaller ones close in on the ticket that spoils it. */
const SIZES = [undefined, 20, 1];

/**
 * Walks through the changes by their moment, not by page numbers: while we read, tickets change and move to the
 * end, which would shift every page after. Each request starts at the last moment seen and drops what it has seen
 * of that moment; only where one moment fills a whole page does the page number rise.
 */
export async function* readChanges(options: ChangesOptions): AsyncGenerator<SourcePage<Ticket>> {
  const { names, since } = options;
  let from = since;
  let page = 1;
  let level = 0;
  let seen = new Set<string>();
  let fullest = 0;
  while (true) {
    const answer = await search(options, { from, page, level });
    if ('fault' in answer) {
      if (level < SIZES.length - 1) [level, page, fullest] = [level + 1, 1, 0];
      else {
        const behind = await findBehind(options, { from, page, level }, answer);
        page = behind ?? 1;
        if (behind !== undefined) {
          yield { records: [], refused: [unlistable(names, seen, answer.fault)], cursor: from };
        }
      }
      continue;
    }
    const { rows, refused } = answer;
    const last = rows.at(-1)?.stamp.updated_at;
    if (last === undefined) return;

    const fresh = rows.filter(({ stamp }) => !seen.has(keyOf(stamp)));
    if (fresh.length > 0 || refused.length > 0) {
      const parsed = parseTickets(
        fresh.map(({ row }) => row),
        names,
      );
      yield { records: parsed.records, refused: [...refused, ...parsed.refused], cursor: last };
    }
    // A page smaller than one before cannot be full: nothing lies behind it.
    if (fresh.length === 0 && rows.length < fullest) return;

    fullest = Math.max(fullest, rows.length);
    const ofLastMoment = rows
      .filter(({ stamp }) => stamp.updated_at === last)
      .map(({ stamp }) => keyOf(stamp));
    if (last > from) {
      if (level > 0) [level, fullest] = [0, 0];
      from = last;
      page = 1;
      seen = new Set(ofLastMoment);
    } else {
      page += 1;
      for (const key of ofLastMoment) seen.add(key);
    }
  }
}

interface Place {
  readonly from: string;
  readonly page: number;
  readonly level: number;
}

interface Fault {
  readonly fault: Told;
  readonly error: unknown;
}

interface Row {
  readonly row: unknown;
  readonly stamp: TicketStamp;
}

/** A page's rows, or why it cannot be read. @throws ZammadError where nothing can be. */
async function search(
  { client, names, source, since, signal }: ChangesOptions,
  { from, page, level }: Place,
): Promise<{ readonly rows: readonly Row[]; readonly refused: readonly Refusal[] } | Fault> {
  const perPage = SIZES[level];
  const query = { updatedSince: from, page, ...(perPage === undefined ? {} : { perPage }) };
  try {
    return await persist(async () => {
      const answer = await client.searchChangedTickets(query, signal);
      if (answer.length === 0 && page === 1 && (from > since || since === BEGINNING)) {
        throw suddenlyNothing(client.url);
      }
      const { records, refused } = parseRows(TicketStamp, answer, names.ticket);
      if (records.length === 0 && refused.length > 0) throw withoutStamps(client.url);
      checkOrder(records, from, client.url);
      const stamped = answer.filter((row) => TicketStamp.safeParse(row).success);
      const rows = stamped.flatMap((row, index) => {
        const stamp = records[index];
        return stamp ? [{ row, stamp }] : [];
      });
      return { rows, refused };
    }, signal);
  } catch (error) {
    // An answer that cannot be true speaks of no single ticket.
    if (isZammadError(error, 'zammad_implausible')) throw error;
    return { fault: await blame(error, source, signal), error };
  }
}

/** More tickets in a row that spoil a list of one are no fault of theirs. */
const MOST_IN_A_ROW = 3;

/**
 * The page to go on with behind a ticket that cannot be listed; undefined where the list has moved meanwhile, so that it
 * must be read anew, or a ticket would be missed.
 */
async function findBehind(
  options: ChangesOptions,
  place: Place,
  { error }: Fault,
): Promise<number | undefined> {
  for (let page = place.page + 1; page <= place.page + MOST_IN_A_ROW; page += 1) {
    if ('fault' in (await search(options, { ...place, page }))) continue;
    const isStill = 'fault' in (await search(options, { ...place, page: page - 1 }));
    return isStill ? page : undefined;
  }
  throw error;
}

/** Nobody can say which: Zammad fails as soon as it is on the page. */
function unlistable(names: ExternalNames, seen: ReadonlySet<string>, fault: Told): Refusal {
  const [before = ''] = [...seen].at(-1)?.split('@') ?? [];
  const reason = phrase('zammad.unlistable', { id: before, reason: fault });
  return { externalId: names.ticket(0), reason };
}

function withoutStamps(url: string): ZammadError {
  return new ZammadError(phrase('zammad.noStamp', { url }), {
    code: 'zammad_implausible',
    help: phrase('zammad.version.help'),
  });
}

/**
 * Each search begins at the last ticket seen, so that one at least is found again, and no Zammad is without a ticket. A
 * Zammad in trouble answers an empty list all the same; a run that took it for the end would claim to be complete.
 */
function suddenlyNothing(url: string): ZammadError {
  return new ZammadError(phrase('zammad.emptied', { url }), {
    code: 'zammad_implausible',
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
        code: 'zammad_implausible',
        help: phrase('zammad.version.help'),
      });
    }
    previous = updated_at;
  }
}

const keyOf = ({ id, updated_at }: TicketStamp) => `${id}@${updated_at}`;
