import { createStore, type Store } from '../store.ts';
import type { Crowd, ZammadData } from '../types.ts';
import { crowdTicket } from './crowd.ts';
import { addAwkwardArticles } from './troubled/articles.ts';
import { addFiles } from './troubled/files.ts';
import { createTroubledLookups } from './troubled/lookups.ts';
import { addMerges } from './troubled/merges.ts';
import { addPeople, people } from './troubled/people.ts';
import { addAwkwardTickets } from './troubled/tickets.ts';

export interface TroubledDataOptions {
  /** Plain tickets beside the awkward ones, made when they are asked for; none unless told. */
  readonly crowd?: number;
  /** 3 unless told. */
  readonly articlesPerTicket?: number;
  /** A file on every so many-th article of the crowd; 12 unless told. */
  readonly fileEvery?: number;
  /** Bytes of each of these files; 2000 unless told. */
  readonly fileBytes?: number;
  /** Characters of the longest body; Zammad's own limit of 1.5 million unless told. */
  readonly longestBody?: number;
}

/**
 * A Zammad that grew for years, the same at every call: everything its REST API and its database are known to hold
 * that an import could stumble over. Each awkward ticket says in its title what is awkward about it.
 *
 *     const zammad = await startZammadEmulator({ data: createTroubledData({ crowd: 5000 }), version: '7.1' });
 *     zammad.mergeTickets(12, 13);                       // and updateUser, renameGroup, tagTicket, deleteTicket …
 *     zammad.fail({ status: 429, headers: { 'Retry-After': '0' }, times: 3 });
 *     zammad.fail({ ...emptyList, match: { path: '/tickets/search' } });        // see failures.ts
 *     zammad.onRequest(({ path }) => { … });             // change something between two pages
 *
 * Awkward tickets have ids below 1000, the crowd's begin at 1001.
 */
export function createTroubledData(options: TroubledDataOptions = {}): ZammadData {
  const clock = createTickingClock('2026-01-05T08:00:00.000Z');
  const store = createStore(
    { ...createTroubledLookups(), organizations: [], users: [], tickets: [], articles: [] },
    clock,
  );
  addPeople(store);
  addAwkwardTickets(store);
  addAwkwardArticles(store, options.longestBody ?? 1_500_000);
  addFiles(store);
  addMerges(store);
  return withCrowd(store, options);
}

function withCrowd(store: Store, options: TroubledDataOptions): ZammadData {
  const crowd: Crowd = {
    firstTicketId: 1001,
    tickets: options.crowd ?? 0,
    firstArticleId: 10_001,
    articlesPerTicket: options.articlesPerTicket ?? 3,
    fileEvery: options.fileEvery ?? 12,
    fileBytes: options.fileBytes ?? 2000,
  };
  const start = Date.parse('2026-01-20T00:00:00.000Z');
  for (let index = 0; index < crowd.tickets; index += 1) {
    const customer = index % people.crowd.length;
    const updatedAt = new Date(start + index * 20_000);
    const ticket = crowdTicket(crowd, index, { customer, updatedAt });
    const customerId = people.crowd[customer] ?? 0;
    store.data.tickets.push({
      ...ticket,
      customer_id: customerId,
      created_by_id: customerId,
      updated_by_id: customerId,
      organization_id: store.findUser(customerId)?.organization_id ?? null,
      ...(index % 4 === 0 ? { tags: ['Crowd'] } : {}),
    });
  }
  return crowd.tickets > 0 ? { ...store.data, crowd } : store.data;
}

/** A minute and a bit passes with every look, so that moments differ down to the millisecond. */
function createTickingClock(start: string): () => Date {
  let time = Date.parse(start);
  return () => {
    time += 61_007;
    return new Date(time);
  };
}
