import { randomBytes } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import pg from 'pg';
import { type Database, loadDatabase } from '../../emulator/zammad/sql/load-database.ts';
import type { Store } from '../../emulator/zammad/store.ts';
import type { ZammadVersion } from '../../emulator/zammad/types.ts';

export interface ZammadDatabase extends Database {
  /** What `ZAMMAD_DATABASE_URL` would say. */
  readonly url: string;
  /** A role with the rights that statements give it, which call it `$role`. */
  createRole(name: string, statements: readonly string[]): Promise<Role>;
  /** Brings over what was changed in the store. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface Role {
  readonly role: string;
  /** The database as that role reaches it. */
  readonly url: string;
  drop(): Promise<void>;
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
  const query = async (text: string, parameters?: readonly unknown[]) =>
    database.query(text, [...(parameters ?? [])]);
  const server = new PGLiteSocketServer({ db: database, port: 0, host: '127.0.0.1', maxConnections: 10 });
  await server.start();
  const url = `postgres://postgres:postgres@${server.getServerConn()}/postgres`;
  return {
    url,
    query,
    async createRole(role, statements) {
      await query('SET default_transaction_read_only = off');
      await query(`CREATE ROLE ${role}`);
      for (const statement of statements) await query(statement.replaceAll('$role', role));
      await query(`SET ROLE ${role}`);
      return {
        role,
        url,
        async drop() {
          await query('RESET ROLE');
          await query('SET default_transaction_read_only = off');
          await query(`DROP OWNED BY ${role}`);
          await query(`DROP ROLE ${role}`);
        },
      };
    },
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
    async createRole(name, statements) {
      const role = `${schema}_${name}`;
      await client.query(`CREATE ROLE ${role} LOGIN PASSWORD 'secret'`);
      await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${role}`);
      for (const statement of statements) await client.query(statement.replaceAll('$role', role));
      const theirs = new URL(own);
      theirs.username = role;
      theirs.password = 'secret';
      return {
        role,
        url: theirs.href,
        async drop() {
          await client.query(`DROP OWNED BY ${role}`);
          await client.query(`DROP ROLE ${role}`);
        },
      };
    },
    async close() {
      await client.query(`DROP SCHEMA ${schema} CASCADE`);
      await client.end();
    },
  };
}
