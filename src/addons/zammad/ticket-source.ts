import type { SourcePage } from '../../sync/source.ts';
import type { Article, Organization, State, Ticket, User } from './schema.ts';

/** Where tickets come from, whichever way they are read. */
export interface TicketSource {
  /** The address of Zammad's web pages. */
  readonly url: string;
  /** Tickets changed at or after a moment (all without one), oldest change first; each appears once a change. */
  pages(since: string | undefined, signal: AbortSignal): AsyncIterable<SourcePage<Ticket>>;
  /** In the order of their ids; `undefined` where the ticket is gone. */
  findArticles(ticketId: number, signal: AbortSignal): Promise<readonly Article[] | undefined>;
  findUser(id: number, signal: AbortSignal): Promise<User | undefined>;
  findOrganization(id: number, signal: AbortSignal): Promise<Organization | undefined>;
  listStates(signal: AbortSignal): Promise<readonly State[]>;
  /** How many users have each of the addresses, which are given and answered in lower case. */
  countUsersByEmail(emails: ReadonlySet<string>, signal: AbortSignal): Promise<ReadonlyMap<string, number>>;
}
