import { groups, priorities, states, systemUserId } from '../lookups.ts';
import type { Crowd, ZammadData, ZammadOrganization, ZammadUser } from '../types.ts';
import { agentId, crowdArticles, crowdTicket, firstCustomerId } from './crowd.ts';

export interface ZammadDataOptions {
  readonly tickets: number;
  /** 3 unless told. */
  readonly articlesPerTicket?: number;
  /** One for every 20 tickets unless told. */
  readonly customers?: number;
  /** When the last ticket was changed; each ticket before it is a minute older. */
  readonly until?: Date;
  /** A file on every so many-th article; none unless told. */
  readonly fileEvery?: number;
  /** 10,000 unless told. */
  readonly fileBytes?: number;
  /** Make articles when they are asked for rather than keep them: for a hundred thousand tickets. */
  readonly onDemand?: boolean;
}

/** As many tickets as asked for, the same at every call: for benches and for tests that need a crowd. */
export function createZammadData(options: ZammadDataOptions): ZammadData {
  const until = options.until ?? new Date('2026-03-01T12:00:00.000Z');
  const customerCount = options.customers ?? Math.max(1, Math.ceil(options.tickets / 20));
  const perTicket = options.articlesPerTicket ?? 3;
  const since = new Date(until.getTime() - (options.tickets + 1) * 60_000).toISOString();
  const organizations = times(Math.ceil(customerCount / 5), (index) => createOrganization(index, since));
  const users = [
    createUser(systemUserId, { login: '-', firstname: '-', lastname: '', email: '', roles: [] }, since),
    createUser(
      agentId,
      { login: 'agent@desk.example', firstname: 'Ada', lastname: 'Agent', roles: ['Agent'] },
      since,
    ),
    ...times(customerCount, (index) => createCustomer(index, since)),
  ];
  const crowd: Crowd = {
    firstTicketId: 2,
    tickets: options.tickets,
    firstArticleId: 1,
    articlesPerTicket: perTicket,
    fileEvery: options.fileEvery ?? 0,
    fileBytes: options.fileBytes ?? 10_000,
  };
  const tickets = times(options.tickets, (index) =>
    crowdTicket(crowd, index, {
      customer: index % customerCount,
      updatedAt: new Date(until.getTime() - (options.tickets - 1 - index) * 60_000),
    }),
  );
  const lookups = { organizations, users, groups, states, priorities, tickets };
  if (options.onDemand) return { ...lookups, articles: [], crowd };
  return { ...lookups, articles: tickets.flatMap((ticket) => crowdArticles(crowd, ticket)) };
}

function createOrganization(index: number, since: string): ZammadOrganization {
  return {
    id: index + 2,
    name: `Company ${index + 1}`,
    domain: `company-${index + 1}.example`,
    note: '',
    active: true,
    created_at: since,
    updated_at: since,
  };
}

function createCustomer(index: number, since: string): ZammadUser {
  const organization = Math.floor(index / 5);
  const email = `customer-${index + 1}@company-${organization + 1}.example`;
  return createUser(
    firstCustomerId + index,
    {
      login: email,
      firstname: `Customer ${index + 1}`,
      lastname: 'Smith',
      email,
      organization_id: organization + 2,
    },
    since,
  );
}

function createUser(
  id: number,
  values: Partial<ZammadUser> & Pick<ZammadUser, 'login' | 'firstname' | 'lastname'>,
  since: string,
): ZammadUser {
  return {
    id,
    email: values.login,
    phone: '',
    mobile: '',
    organization_id: null,
    active: true,
    roles: ['Customer'],
    created_at: since,
    updated_at: since,
    ...values,
  };
}

function times<Row>(count: number, create: (index: number) => Row): Row[] {
  return Array.from({ length: count }, (_, index) => create(index));
}
