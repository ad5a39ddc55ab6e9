import { blame } from '../blame.ts';
import { isZammadError } from '../errors.ts';
import type { ExternalNames } from '../external-names.ts';
import { parseRows, parseTickets } from '../parse-tickets.ts';
import { Organization, User } from '../schema.ts';
import type { TicketSource } from '../ticket-source.ts';
import type { ZammadClient } from './client.ts';
import { describeClosedGroups } from './describe-closed-groups.ts';
import { createFindEach } from './find-each.ts';
import { findUsers } from './find-users.ts';
import { persist } from './persist.ts';
import { BEGINNING, readChanges } from './read-changes.ts';
import { readContents } from './read-contents.ts';
import { readLists } from './read-lists.ts';

export interface RestSourceOptions {
  readonly client: ZammadClient;
  readonly names: ExternalNames;
}

/** Tickets from Zammad's REST API. */
export function createRestSource({ client, names }: RestSourceOptions): TicketSource {
  const prove = createProof(client);
  const findEach = createFindEach({ prove });

  return {
    url: client.url,
    prove,
    // JSON is UTF-8.
    isLossy: async () => false,
    pages: (since, signal) =>
      readChanges({ client, names, source: { prove }, since: since ?? BEGINNING, signal }),
    // A run goes without the number.
    countTickets: (since, signal) =>
      client.countChangedTickets(since ?? BEGINNING, signal).catch(async (error: unknown) => {
        await blame(error, { prove }, signal);
        return undefined;
      }),
    async findTickets(ids, signal) {
      const find = (id: number) => client.findTicket(id, signal);
      const rows = await findEach(ids, find, { nameOf: names.ticket, signal });
      const { records, refused } = parseTickets(rows.records, names);
      return { records, refused: [...rows.refused, ...refused] };
    },
    findContents: (tickets, signal) => readContents(tickets, { client, names, findEach, signal }),
    openFile: client.openFile,
    findUsers: (ids, signal) => findUsers(ids, { client, names, findEach, source: { prove }, signal }),
    findOrganizations: (ids, signal) =>
      findEach(ids, (id) => client.findOrganization(id, signal), { nameOf: names.organization, signal }),
    listStates: (signal) => persist(() => client.listStates(signal), signal),
    listGroups: (signal) =>
      client.listGroups(signal).catch(async (error: unknown) => {
        if (!isZammadError(error, 'zammad_no_right')) await blame(error, { prove }, signal);
        return [];
      }),
    async countUsersByEmail(emails, signal) {
      const counts = new Map<string, number>();
      for await (const rows of readLists(client.listUsers, MOST_USERS, signal)) {
        for (const { email } of parseRows(UserEmail, rows, names.user).records) {
          const address = email.trim().toLowerCase();
          if (emails.has(address)) counts.set(address, (counts.get(address) ?? 0) + 1);
        }
      }
      return counts;
    },
    async *listTicketIds(signal) {
      for await (const tickets of readLists(client.listTickets, MOST_TICKETS, signal)) {
        yield tickets.map(({ id }) => id);
      }
    },
    async *listUsers(signal) {
      for await (const rows of readLists(client.listUsers, MOST_USERS, signal, { prove })) {
        yield parseRows(User, rows, names.user).records;
      }
    },
    async *listOrganizations(signal) {
      for await (const rows of readLists(client.listOrganizations, MOST_USERS, signal, { prove })) {
        yield parseRows(Organization, rows, names.organization).records;
      }
    },
    probeTicket: client.probeTicket,
    async describeOmissions(signal) {
      const { isWarning, text } = await describeClosedGroups(client, signal);
      return isWarning ? [text] : [];
    },
  };
}

/** What Zammad gives at once. */
const MOST_USERS = 1000;
const MOST_TICKETS = 100;

const UserEmail = User.pick({ id: true, email: true });

/** Who the token belongs to is told to every token. Failures at the same moment share one answer. */
function createProof(client: ZammadClient): TicketSource['prove'] {
  let asked: Promise<unknown> | undefined;
  return async (signal) => {
    asked ??= client.getMe(signal).finally(() => {
      asked = undefined;
    });
    await asked;
  };
}
