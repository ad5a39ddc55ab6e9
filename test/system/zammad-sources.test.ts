import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTroubledData } from '../../emulator/zammad/data/create-troubled-data.ts';
import { startZammadEmulator, type ZammadEmulator } from '../../emulator/zammad/server.ts';
import { createExternalNames } from '../../src/addons/zammad/external-names.ts';
import { createZammadClient } from '../../src/addons/zammad/rest/client.ts';
import { createRestSource } from '../../src/addons/zammad/rest/source-rest.ts';
import type { Ticket } from '../../src/addons/zammad/schema.ts';
import { createSqlSource } from '../../src/addons/zammad/sql/source-sql.ts';
import { createSqlDatabase } from '../../src/addons/zammad/sql/sql-database.ts';
import type { TicketContents, TicketSource } from '../../src/addons/zammad/ticket-source.ts';
import { startZammadDatabase, type ZammadDatabase } from '../support/start-zammad-database.ts';

const { signal } = new AbortController();

describe.each(['5.5', '7.1'] as const)('Zammad %s over REST and over SQL', (version) => {
  let zammad: ZammadEmulator;
  let database: ZammadDatabase;
  let rest: TicketSource;
  let sql: TicketSource;
  const closing: (() => unknown)[] = [];

  beforeAll(async () => {
    const data = createTroubledData({ crowd: 450, longestBody: 100_000 });
    const permissions = ['ticket.agent', 'admin.group'];
    zammad = await startZammadEmulator({ data, version, permissions, listsInlineImages: true });
    database = await startZammadDatabase(zammad, version);
    const client = createZammadClient({ url: zammad.url, token: zammad.token });
    const connection = createSqlDatabase({ url: database.url });
    closing.push(client.close, connection.close, zammad.close, database.close);
    const names = createExternalNames('trial');
    rest = createRestSource({ client, names });
    sql = createSqlSource({ database: connection, names, url: zammad.url });
  }, 120_000);
  afterAll(async () => {
    for (const close of closing) await close();
  });

  test('gives the same tickets in the same order, each with its custom attributes', async () => {
    const overRest = await readTickets(rest);
    const overSql = await readTickets(sql);

    expect(overRest.length).toBe(zammad.data.tickets.length);
    expect(overSql.map(comparable)).toEqual(overRest.map(comparable));
  });

  test('gives the tickets since a moment, that moment included', async () => {
    const since = '2026-01-05T12:00:00.123Z';

    const overRest = await readTickets(rest, since);
    const overSql = await readTickets(sql, since);

    expect(overSql[0]?.title).toBe('three changed in the same millisecond: first');
    expect(overSql.map(comparable)).toEqual(overRest.map(comparable));
  });

  test('gives the same articles, files, tags and links', async () => {
    const tickets = await readTickets(sql);

    const overRest = await rest.findContents(tickets, signal);
    const overSql = await sql.findContents(tickets, signal);

    expect(overSql.refused).toEqual([]);
    expect(overRest.refused).toEqual([]);
    expect(sorted(overSql.records)).toEqual(sorted(overRest.records));
  });

  test('gives the same bytes of files, and says of which it cannot', async () => {
    const tickets = (await readTickets(sql)).filter((ticket) => ticket.id < 1000);
    const { records } = await sql.findContents(tickets, signal);
    const files = records.flatMap(({ articles }) => articles.flatMap((article) => article.files));

    const elsewhere: string[] = [];
    for (const file of files) {
      const overRest = await bytesOf(await rest.openFile(file, signal));
      try {
        expect((await bytesOf(await sql.openFile(file, signal))).equals(overRest), file.filename).toBe(true);
      } catch (error) {
        // The code by which a file is refused and the run goes on.
        expect(error).toMatchObject({ code: 'zammad_file_unreadable' });
        elsewhere.push(error instanceof Error ? error.message : '');
      }
    }

    expect(files.length).toBeGreaterThan(15);
    expect(elsewhere).toEqual([
      '“disk.pdf” is kept on the disk of Zammad’s server, out of the database’s reach',
      '“cloud.pdf” is kept in object storage, out of the database’s reach',
    ]);
  });

  test('gives the same people, organizations, groups and states', async () => {
    const ids = zammad.data.users.map((user) => user.id);
    const emails = new Set(['kasse@baeckerei.example', 'jule.brandt@baeckerei.example', 'nobody@x.example']);

    expect(await sql.findUsers([...ids, 99_999], signal)).toEqual(await rest.findUsers(ids, signal));
    expect(await all(sql.listUsers(signal))).toEqual(await all(rest.listUsers(signal)));
    expect(await all(sql.listOrganizations(signal))).toEqual(await all(rest.listOrganizations(signal)));
    expect(await sql.findOrganizations([3], signal)).toEqual(await rest.findOrganizations([3], signal));
    expect(await sql.listGroups(signal)).toEqual(await rest.listGroups(signal));
    expect(await sql.listStates(signal)).toEqual(await rest.listStates(signal));
    expect(await sql.countUsersByEmail(emails, signal)).toEqual(await rest.countUsersByEmail(emails, signal));
    expect(await all(sql.listTicketIds(signal))).toEqual(await all(rest.listTicketIds(signal)));
  });

  test('tells tickets that are there from those that are gone', async () => {
    const [first] = zammad.data.tickets;
    const id = first?.id ?? 0;

    for (const source of [rest, sql]) {
      expect(await source.probeTicket(id, signal)).toBe('there');
      expect(await source.probeTicket(99_999, signal)).toBe('gone');
      expect((await source.findTickets([id, 99_999], signal)).records).toMatchObject([{ id }]);
    }
  });

  test('gives the same after tickets were merged, deleted, written to and renamed', async () => {
    zammad.mergeTickets(1001, 1002);
    zammad.deleteTicket(1003);
    zammad.addArticle(1004, { body: 'One more' });
    zammad.updateUser(5, { lastname: 'Brandt-Meier', organization_id: 2 });
    zammad.renameGroup(2, 'Service');
    zammad.tagTicket(1005, ['new tag']);
    await database.sync();
    const tickets = await readTickets(sql);

    const overRest = await rest.findContents(tickets, signal);
    const overSql = await sql.findContents(tickets, signal);

    expect(tickets.map(comparable)).toEqual((await readTickets(rest)).map(comparable));
    expect(sorted(overSql.records)).toEqual(sorted(overRest.records));
    expect(await sql.findUsers([5], signal)).toEqual(await rest.findUsers([5], signal));
    expect(await sql.probeTicket(1003, signal)).toBe('gone');
  });
});

async function readTickets(source: TicketSource, since?: string): Promise<readonly Ticket[]> {
  const tickets: Ticket[] = [];
  for await (const page of source.pages(since, signal)) {
    expect(page.refused).toEqual([]);
    expect(page.cursor).toBe(page.records.at(-1)?.updated_at);
    tickets.push(...page.records);
  }
  return tickets;
}

const custom = ['product_line', 'affected_modules', 'go_live_on', 'visit_at', 'is_billable', 'copies'];

/** Of a row's further columns only an administrator's are the same both ways. */
function comparable({ attributes, ...ticket }: Ticket) {
  return { ...ticket, attributes: Object.fromEntries(custom.map((name) => [name, attributes[name]])) };
}

function sorted(contents: readonly TicketContents[]) {
  return contents
    .map(({ tags, links, ...rest }) => ({
      ...rest,
      tags: tags.toSorted(),
      links: links.toSorted((a, b) => a.ticketId - b.ticketId),
    }))
    .toSorted((a, b) => a.ticketId - b.ticketId);
}

async function all<T>(pages: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const page of pages) items.push(...page);
  return items;
}

async function bytesOf(pieces: AsyncIterable<Uint8Array> | undefined): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces ?? []) parts.push(piece);
  return Buffer.concat(parts);
}
