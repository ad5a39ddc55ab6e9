import { groups, priorities, states, systemUserId } from '../lookups.ts';
import { createOrganizationRow, createUserRow } from '../new-rows.ts';
import type { Crowd, ZammadData, ZammadUser } from '../types.ts';
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
  const organizations = times(Math.ceil(customerCount / 5), (index) => {
    const values = { name: `Company ${index + 1}`, domain: `company-${index + 1}.example` };
    return createOrganizationRow(index + 2, values, since);
  });
  const agent = {
    login: 'agent@desk.example',
    firstname: 'Ada',
    lastname: 'Agent',
    email: 'agent@desk.example',
  };
  const users = [
    createUserRow(systemUserId, { login: '-', firstname: '-', roles: [] }, since),
    createUserRow(agentId, { ...agent, roles: ['Agent'] }, since),
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

function createCustomer(index: number, since: string): ZammadUser {
  const company = Math.floor(index / 5);
  const email = `customer-${index + 1}@company-${company + 1}.example`;
  const name = { firstname: `Customer ${index + 1}`, lastname: 'Smith' };
  const values = { login: email, email, ...name, organization_id: company + 2 };
  return createUserRow(firstCustomerId + index, values, since);
}

function times<Row>(count: number, create: (index: number) => Row): Row[] {
  return Array.from({ length: count }, (_, index) => create(index));
}
