import type { Told } from '../../lib/phrase.ts';
import type { Refusal, SourcePage } from '../../sync/source.ts';
import type { Article, ArticleFile, Group, Organization, State, Ticket, User } from './schema.ts';

/** Where tickets come from, whichever way they are read. Lists of ids may be long; a source asks in its own portions. */
export interface TicketSource {
  /** The address of Zammad's web pages. */
  readonly url: string;
  /** Tickets changed at or after a moment (all without one), oldest change first; each appears once a change. */
  pages(since: string | undefined, signal: AbortSignal): AsyncIterable<SourcePage<Ticket>>;
  /** Whether it may hold bytes that are no text, which are read as `�`. */
  isLossy(signal: AbortSignal): Promise<boolean>;
  /** How many `pages` will give, where the source can tell without reading them. */
  countTickets(since: string | undefined, signal: AbortSignal): Promise<number | undefined>;
  /** The same tickets by id; those that are gone or hidden are left out. */
  findTickets(ids: readonly number[], signal: AbortSignal): Promise<Found<Ticket>>;
  /** What belongs to tickets; of those that are gone nothing is answered, of those that are refused neither. */
  findContents(tickets: readonly Ticket[], signal: AbortSignal): Promise<Found<TicketContents>>;
  /** The bytes of an article's file; `undefined` where it is gone. @throws AppError that says why it cannot be read. */
  openFile(file: ArticleFile, signal: AbortSignal): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** Those that are gone are left out. */
  findUsers(ids: readonly number[], signal: AbortSignal): Promise<Found<User>>;
  findOrganizations(ids: readonly number[], signal: AbortSignal): Promise<Found<Organization>>;
  listStates(signal: AbortSignal): Promise<readonly State[]>;
  /** Empty where the source may not read groups; tickets name their own. */
  listGroups(signal: AbortSignal): Promise<readonly Group[]>;
  /** How many users have each of the addresses, which are given and answered in lower case. */
  countUsersByEmail(emails: ReadonlySet<string>, signal: AbortSignal): Promise<ReadonlyMap<string, number>>;
  /** Every ticket that the source shows, in the order of ids: what a reconciliation compares with. */
  listTicketIds(signal: AbortSignal): AsyncIterable<readonly number[]>;
  /** Every user and organisation, in the order of ids: new names come without a change of any ticket. */
  listUsers(signal: AbortSignal): AsyncIterable<readonly User[]>;
  listOrganizations(signal: AbortSignal): AsyncIterable<readonly Organization[]>;
  /** Asks for one ticket by its id. `hidden`: it is there, or was, but not for us. */
  probeTicket(id: number, signal: AbortSignal): Promise<'there' | 'gone' | 'hidden'>;
  /** Tickets that the source leaves out without a word, as far as it can be known. */
  describeOmissions(signal: AbortSignal): Promise<readonly Told[]>;
  /** Asks for what a source in order always answers. @throws ZammadError where it answers nothing at all. */
  prove(signal: AbortSignal): Promise<void>;
}

/** Records, and those that cannot be read, or not as such. */
export interface Found<T> {
  readonly records: readonly T[];
  readonly refused: readonly Refusal[];
}

export interface TicketContents {
  readonly ticketId: number;
  /** In the order of their ids; those that are there and cannot be read are among the refused. */
  readonly articles: readonly Article[];
  readonly tags: readonly string[];
  readonly links: readonly TicketLink[];
}

/** `parent`: the other ticket is this one's parent, or the survivor of a merge; `child` the other way round. */
export interface TicketLink {
  readonly type: string;
  readonly ticketId: number;
}
