import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTroubledData } from '../../emulator/zammad/data/create-troubled-data.ts';
import { createStore } from '../../emulator/zammad/store.ts';
import { createExternalNames } from '../../src/addons/zammad/external-names.ts';
import { createSqlSource } from '../../src/addons/zammad/sql/source-sql.ts';
import { createSqlDatabase, type SqlDatabase } from '../../src/addons/zammad/sql/sql-database.ts';
import { testSql } from '../../src/addons/zammad/sql/test-sql.ts';
import { TICKET_QUERY } from '../../src/addons/zammad/sql/ticket-query.ts';
import { english } from '../../src/lib/phrase.ts';
import { startProxy } from '../support/start-proxy.ts';
import {
  isRealPostgres,
  startZammadDatabase,
  type ZammadDatabase,
} from '../support/start-zammad-database.ts';

const { signal } = new AbortController();
const names = createExternalNames('trial');
const url = 'https://desk.example';

let zammad: ZammadDatabase;
let connection: SqlDatabase;
let count: number;

beforeAll(async () => {
  const store = createStore(createTroubledData({ longestBody: 1000 }), () => new Date());
  count = store.data.tickets.length;
  zammad = await startZammadDatabase(store);
  connection = createSqlDatabase({ url: zammad.url });
}, 120_000);
afterAll(async () => {
  await connection.close();
  await zammad.close();
});

describe('a ticket query', () => {
  const standard = TICKET_QUERY.replace('t.*', 't.*, t.title AS headline');

  test('may choose tickets, and bring further columns', async () => {
    const source = sourceWith(`${standard} WHERE t.group_id <> 4 -- all but one\n;`, ['headline']);

    const [page] = await pagesOf(source.pages(undefined, signal));
    const hidden = (await everyTicket()).find((ticket) => ticket.group_id === 4)?.id ?? 0;

    expect(page?.records[0]?.attributes.headline).toBe(page?.records[0]?.title);
    expect(page?.records.some((ticket) => ticket.group_id === 4)).toBe(false);
    expect(await source.countTickets(undefined, signal)).toBe(count - 1);
    expect(await source.probeTicket(hidden, signal)).toBe('hidden');
    expect((await source.findTickets([hidden], signal)).records).toEqual([]);
  });

  test('is refused with every column that is missing, misnamed, doubled or of another type', async () => {
    const query = `SELECT t.id, t.number, t.title, t.title, t.state_id, t.priority_id, 'x' AS priority, t.group_id,
      'x' AS "group", t.owner_id, t.customer_id AS custmer_id, t.time_unit, t.created_at,
      t.updated_at::text AS updated_at, t.close_at FROM tickets t`;

    await expect(pagesOf(sourceWith(query, ['product_lin']).pages(undefined, signal))).rejects.toMatchObject({
      code: 'zammad_bad_query',
      message: [
        'The ticket query does not fit:',
        'column "title" is there 2 times',
        'column "customer_id" is missing; did you mean "custmer_id"?',
        'column "updated_at" must be a time',
        'column "escalation_at" is missing',
        'column "product_lin" is missing',
      ].join('\n  '),
    });
  });

  test.each([
    ['more than one statement', `${TICKET_QUERY}; DELETE FROM tags`],
    ['a bracket that ends the query', `${TICKET_QUERY}) AS t; DELETE FROM tags; SELECT * FROM (SELECT 1`],
    ['a statement that writes', 'DELETE FROM tags RETURNING *'],
    ['a query that writes', `WITH gone AS (DELETE FROM tags RETURNING *) ${TICKET_QUERY}`],
    ['a query that locks', `${TICKET_QUERY} FOR UPDATE`],
    ['a table that is not there', 'SELECT * FROM tickts'],
    ['no query at all', 'tickets'],
  ])('is refused where it is %s, and nothing is deleted', async (_, query) => {
    const read = async () => pagesOf(sourceWith(query).pages(undefined, signal));

    await expect(read()).rejects.toMatchObject({ code: 'zammad_bad_query' });
    expect((await sourceWith(TICKET_QUERY).findContents(await everyTicket(), signal)).records).toContainEqual(
      expect.objectContaining({ tags: expect.arrayContaining(['VIP']) }),
    );
  });
});

test('a session cannot write, whatever its role may do', async () => {
  const { z } = await import('zod');

  await expect(connection.query(z.unknown(), 'DELETE FROM tags')).rejects.toMatchObject({
    code: 'zammad_bad_query',
    message: expect.stringContaining('read-only'),
  });
});

describe('a role', () => {
  test('may read everything with the lines of docs/zammad.md, and no secret', async () => {
    await as('supportdesk', grants().replaceAll('supportdesk', '$role'), async (database, role) => {
      const source = createSqlSource({ database, names, url });

      const [page] = await pagesOf(source.pages(undefined, signal));
      const contents = await source.findContents(page?.records ?? [], signal);
      const report = await testSql(database, { extraColumns: [], signal });

      expect(contents.records).toHaveLength(page?.records.length ?? 0);
      expect((await source.findUsers([5], signal)).records).toMatchObject([{ lastname: 'Brandt' }]);
      expect(report.map(english)).toEqual([
        expect.stringContaining(`lets ${role} in`),
        'every column that the import reads is there and readable',
      ]);
    });
  });

  test('that may read too little is told what to grant', async () => {
    const few =
      'GRANT SELECT ON tickets, ticket_priorities, groups TO $role; GRANT SELECT (id) ON users TO $role';
    await as('few', few, async (database, role) => {
      await expect(testSql(database, { extraColumns: [], signal })).rejects.toMatchObject({
        code: 'zammad_no_right',
        message: expect.stringContaining('may not read ticket_articles.id'),
        help: expect.stringMatching(
          `GRANT SELECT ON ticket_articles, .*, store_provider_dbs TO "${role}"; GRANT SELECT .id, login, .*. ON users TO`,
        ),
      });
      await expect(createSqlSource({ database, names, url }).listStates(signal)).rejects.toMatchObject({
        code: 'zammad_no_right',
      });
    });
  });

  test('that may write or read secrets is told so', async () => {
    const all = `${grants()}; GRANT INSERT ON tickets TO $role; GRANT SELECT ON users, tokens TO $role`;
    await as('much', all.replaceAll('supportdesk', '$role'), async (database, role) => {
      expect((await testSql(database, { extraColumns: [], signal })).map(english)).toEqual([
        expect.anything(),
        expect.anything(),
        `${role} may also write: REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON tickets FROM "${role}"`,
        `${role} may also read secrets: REVOKE SELECT ON tokens FROM "${role}"`,
        expect.stringContaining('password hashes'),
      ]);
    });
  });
});

test('rows that keep microseconds come once each', async () => {
  await zammad.query('ALTER TABLE tickets ALTER updated_at TYPE timestamp(6)');
  await zammad.query("UPDATE tickets SET updated_at = '2026-01-05 12:00:00.123456' WHERE id % 2 = 0");

  const pages = await pagesOf(sourceWith(TICKET_QUERY).pages('2026-01-05T12:00:00.123Z', signal));

  const ids = pages.flatMap((page) => page.records.map((ticket) => ticket.id));
  expect(ids.length).toBeGreaterThan(30);
  expect(new Set(ids).size).toBe(ids.length);
});

test.runIf(isRealPostgres)(
  'text of a database without an encoding is read, whatever its bytes are',
  async () => {
    const name = `ascii_${randomBytes(4).toString('hex')}`;
    await zammad.query(
      `CREATE DATABASE ${name} ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0`,
    );
    const own = new URL(zammad.url);
    own.pathname = `/${name}`;
    own.search = '';
    const database = createSqlDatabase({ url: own.href });

    const bytes = "convert_from('\\x636166e9'::bytea, 'SQL_ASCII')";
    const rows = await database.query(z.unknown(), `SELECT ${bytes} AS name, 'naïve' AS other WHERE $1`, [
      true,
    ]);

    expect(rows).toEqual([{ name: 'caf\uFFFD', other: 'naïve' }]);
    const writer = new pg.Client({ connectionString: own.href });
    await writer.connect();
    await writer.query('CREATE TABLE stores (o_id bigint)');
    await writer.end();
    expect(await createSqlSource({ database, names, url }).isLossy(signal)).toBe(true);
    expect(await sourceWith(TICKET_QUERY).isLossy(signal)).toBe(false);
    await database.close();
    await zammad.query(`DROP DATABASE ${name}`);
  },
);

test('reading goes on after the connection broke', async () => {
  const proxy = await startProxy(zammad.url);
  const database = createSqlDatabase({ url: proxy.url });
  const source = createSqlSource({ database, names, url });

  await source.listStates(signal);
  proxy.cut();

  expect(await source.countTickets(undefined, signal)).toBe(count);
  await database.close();
  await proxy.close();
});

test('a server that is not there, and a database of something else, are named', async () => {
  const absent = createSqlDatabase({ url: 'postgres://me:secret@127.0.0.1:1/zammad', retries: 0 });
  const empty = new URL(zammad.url);
  empty.searchParams.set('options', '-c search_path=pg_catalog');
  const other = createSqlDatabase({ url: empty.href });
  await zammad.query('SET search_path = pg_catalog');

  await expect(createSqlSource({ database: absent, names, url }).listStates(signal)).rejects.toMatchObject({
    code: 'zammad_unreachable',
    message: expect.not.stringContaining('secret'),
    retryable: true,
  });
  await expect(testSql(other, { extraColumns: [], signal })).rejects.toMatchObject({
    code: 'zammad_not_zammad',
  });
  await other.close();
});

function sourceWith(query: string, extraColumns: readonly string[] = []) {
  return createSqlSource({ database: connection, names, url, query, extraColumns });
}

async function everyTicket() {
  const pages = await pagesOf(sourceWith(TICKET_QUERY).pages(undefined, signal));
  return pages.flatMap((page) => page.records);
}

async function pagesOf<T>(pages: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(page);
  return all;
}

/** The GRANT lines that operators are told to run. */
function grants(): string {
  const page = readFileSync(join(import.meta.dirname, '../../docs/zammad.md'), 'utf8');
  return [...page.matchAll(/^GRANT [^;]+/gm)].map(([line]) => line).join('; ');
}

/** Reads as a role that has been granted this and nothing else. */
async function as(
  name: string,
  statements: string,
  work: (database: SqlDatabase, role: string) => Promise<void>,
): Promise<void> {
  const { role, url: own, drop } = await zammad.createRole(name, statements.split(';'));
  const database = createSqlDatabase({ url: own });
  try {
    await work(database, role);
  } finally {
    await database.close();
    await drop();
  }
}
