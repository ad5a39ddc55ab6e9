import { randomBytes } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import pg from 'pg';
import { type Database, loadDatabase } from '../../src/emulator/zammad/sql/load-database.ts';
import type { Store } from '../../src/emulator/zammad/store.ts';
import type { ZammadVersion } from '../../src/emulator/zammad/types.ts';

export interface ZammadDatabase extends Database {
  /** What `ZAMMAD_DATABASE_URL` would say. */
  readonly url: string;
  /** Brings over what was changed in the store. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** PostgreSQL with the data of an emulated Zammad: a real one where `ZAMMAD_TEST_DATABASE_URL` names it. */
export async function startZammadDatabase(
  store: Store,
  version: ZammadVersion = '7.1',
): Promise<ZammadDatabase> {
  const real = process.env.ZAMMAD_TEST_DATABASE_URL;
  const server = real ? await createRealSchema(real) : await startPglite();
  const { sync } = await loadDatabase(server, store, version);
  return { ...server, sync };
}

export const isRealPostgres = process.env.ZAMMAD_TEST_DATABASE_URL !== undefined;

type Server = Omit<ZammadDatabase, 'sync'>;

/** PGlite has one session for all connections; what one sets holds for the others. */
async function startPglite(): Promise<Server> {
  const database = await PGlite.create();
  const server = new PGLiteSocketServer({ db: database, port: 0, host: '127.0.0.1', maxConnections: 10 });
  await server.start();
  return {
    url: `postgres://postgres:postgres@${server.getServerConn()}/postgres`,
    query: async (text, parameters) => database.query(text, [...(parameters ?? [])]),
    async close() {
      await server.stop();
      await database.close();
    },
  };
}

/** A schema of its own, so that tests do not meet. */
async function createRealSchema(url: string): Promise<Server> {
  const schema = `zammad_${randomBytes(4).toString('hex')}`;
  const own = new URL(url);
  own.searchParams.set('options', `-c search_path=${schema}`);
  const client = new pg.Client({ connectionString: own.href });
  await client.connect();
  await client.query(`CREATE SCHEMA ${schema}`);
  return {
    url: own.href,
    query: (text, parameters) => client.query(text, [...(parameters ?? [])]),
    async close() {
      await client.query(`DROP SCHEMA ${schema} CASCADE`);
      await client.end();
    },
  };
}
