import { articleTypes, senders } from '../lookups.ts';
import type { NewArticle, NewTicket } from '../new-rows.ts';
import { createStore, type Store } from '../store.ts';
import type { Crowd, ZammadData } from '../types.ts';
import { crowdTicket, firstCustomerId } from './crowd.ts';
import { type People, readPeople } from './read-people.ts';
import { readYaml } from './read-yaml.ts';
import { addMerges } from './troubled/merges.ts';

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
  const lookups =
    readYaml<Pick<ZammadData, 'groups' | 'states' | 'priorities' | 'attributes'>>('troubled/lookups.yaml');
  const store = createStore({ ...lookups, organizations: [], users: [], tickets: [], articles: [] }, clock);
  const people = readPeople('troubled/people.yaml');
  for (const row of people.organizations) store.addOrganization(row);
  for (const row of people.users.values()) store.addUser(row);
  addCrowdMembers(store);
  for (const ticket of readTickets(people, options.longestBody ?? 1_500_000))
    addTicket(store, ticket, idOf(people, 'plain'));
  addMerges(store, idOf(people, 'plain'), idOf(people, 'sharesAddress'));
  return withCrowd(store, options);
}

/** A ticket, whose customer is a plain one unless told. */
interface TroubledTicket extends Partial<NewTicket> {
  readonly title: string;
  /** One that says what the ticket is about unless told. */
  readonly articles?: readonly TroubledArticle[];
  readonly timeAccountings?: readonly { readonly article?: number; readonly units: string }[];
}

interface TroubledArticle extends Partial<NewArticle> {
  readonly html?: string;
  /** So many of them, `{n}` in the text being their number. */
  readonly times?: number;
}

/** Where an id is wanted, the files name a person, a kind of article or a sender. */
function readTickets(people: People, longestBody: number): readonly TroubledTicket[] {
  const ids = new Map<unknown, number>([
    ...[...people.users].map(([name, { id }]) => [name, id] as const),
    ...Object.entries({ ...articleTypes, ...senders }),
  ]);
  const longest = `<p>${'All work and no play. '.repeat(Math.ceil(longestBody / 22))}`.slice(0, longestBody);
  return ['tickets', 'articles', 'files'].flatMap((name) =>
    readYaml<readonly TroubledTicket[]>(`troubled/${name}.yaml`, (key, value) => {
      if (value === '{longest}') return longest;
      return key.endsWith('_id') ? (ids.get(value) ?? value) : value;
    }),
  );
}

function idOf(people: People, name: string): number {
  const user = people.users.get(name);
  if (!user) throw new Error(`troubled/people.yaml names no ${name}`);
  return user.id;
}

function addTicket(
  store: Store,
  { articles, timeAccountings, ...values }: TroubledTicket,
  plain: number,
): void {
  const written = (articles ?? [{}]).flatMap(({ html, times = 1, ...article }) => {
    const about = { body: html ?? `About: ${values.title}`, ...(html !== undefined && HTML), ...article };
    return Array.from({ length: times }, (_, index) => ({
      ...about,
      body: about.body.replace('{n}', String(index + 1)),
    }));
  });
  const { id } = store.addTicket({ customer_id: plain, ...values }, written);
  const ids = store.articlesOf(id).map((article) => article.id);
  for (const { article, units } of timeAccountings ?? []) {
    store.accountTime(id, units, article === undefined ? null : ids[article]);
  }
}

const HTML = { content_type: 'text/html' } as const;
const crowdMembers = 10;

function addCrowdMembers(store: Store): void {
  for (let id = firstCustomerId; id < firstCustomerId + crowdMembers; id += 1) {
    const email = `member-${id}@crowd.example`;
    const organization_id = id % 2 ? 2 : 6;
    store.addUser({ id, login: email, firstname: 'Member', lastname: String(id), email, organization_id });
  }
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
    const updatedAt = new Date(start + index * 20_000);
    const ticket = crowdTicket(crowd, index, { customer: index % crowdMembers, updatedAt });
    store.data.tickets.push({
      ...ticket,
      organization_id: store.findUser(ticket.customer_id)?.organization_id ?? null,
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
