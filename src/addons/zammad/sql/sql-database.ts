import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { z } from 'zod';
import { errorMessage } from '../../../lib/errors.ts';
import { retryDelay } from '../../../lib/retry-delay.ts';
import { ZammadError } from '../errors.ts';
import { phrase } from '../texts.ts';
import { hasNoTls, mapSqlError } from './map-sql-error.ts';
import { type DatabaseAddress, parseDatabaseUrl } from './parse-database-url.ts';
import { sqlTypes } from './sql-types.ts';

export interface SqlDatabaseOptions {
  /** `postgres://user:password@host/zammad_production` */
  readonly url: string;
  /** Milliseconds until a statement is given up. */
  readonly statementTimeoutMs?: number;
  readonly retries?: number;
}

/** Zammad's PostgreSQL, read and nothing else. Connects when it is first asked. */
export interface SqlDatabase {
  /** The server's name and the database's, without login or password. */
  readonly label: string;
  /**
   * With parameters PostgreSQL takes a single statement, so what an operator wrote goes with some.
   * @throws ZammadError for every way in which a statement can fail.
   */
  query<T extends z.ZodType>(
    row: T,
    text: string,
    parameters?: readonly unknown[],
    signal?: AbortSignal,
  ): Promise<readonly z.infer<T>[]>;
  /** The columns that a query would answer. */
  describe(text: string, signal?: AbortSignal): Promise<readonly SqlColumn[]>;
  close(): Promise<void>;
}

export interface SqlColumn {
  readonly name: string;
  /** PostgreSQL's number of the type. */
  readonly type: number;
}

/** Two connections: the next page is read while contacts of this one are looked up. */
const CONNECTIONS = 2;

const IDLE_MS = 30_000;

export function createSqlDatabase(options: SqlDatabaseOptions): SqlDatabase {
  const retries = options.retries ?? 3;
  const { label, isTlsOptional, ...address } = readAddress(options.url);
  let pool = openPool(address.ssl);

  function openPool(ssl: DatabaseAddress['ssl']): pg.Pool {
    const opened = new pg.Pool({
      connectionString: address.connectionString,
      ssl,
      max: CONNECTIONS,
      idleTimeoutMillis: IDLE_MS,
      connectionTimeoutMillis: 15_000,
      application_name: 'odoo-supportdesk',
      allowExitOnIdle: true,
      onConnect: (client) => prepareSession(client, options.statementTimeoutMs ?? 60_000),
    });
    // An idle connection that the server ends is replaced by the next query.
    opened.on('error', () => undefined);
    return opened;
  }

  async function sendOnce(text: string, parameters: readonly unknown[]) {
    if (address.fault !== undefined) throw address.fault;
    const query = { text, values: [...parameters], types: sqlTypes };
    try {
      return await pool.query(query);
    } catch (error) {
      if (!isTlsOptional || !hasNoTls(error)) throw error;
      pool = openPool(false);
      return pool.query(query);
    }
  }

  /** All that is sent only reads, so all of it may be sent twice. */
  async function send(text: string, parameters: readonly unknown[], signal?: AbortSignal) {
    for (let attempt = 1; ; attempt += 1) {
      signal?.throwIfAborted();
      try {
        return await sendOnce(text, parameters);
      } catch (error) {
        const mapped = mapSqlError(error, label);
        if (!mapped.retryable || attempt > retries) throw mapped;
      }
      await setTimeout(retryDelay(attempt), undefined, signal ? { signal } : {});
    }
  }

  return {
    label,
    async query(row, text, parameters = [], signal) {
      const { rows } = await send(text, parameters, signal);
      const parsed = z.array(row).safeParse(rows);
      if (parsed.success) return parsed.data;
      const [issue] = parsed.error.issues;
      const detail = `${issue?.path.join('.')}: ${issue?.message}`;
      throw new ZammadError(phrase('zammad.sql.unreadable', { database: label, detail }), {
        code: 'zammad_unexpected',
        help: phrase('zammad.version.help'),
        cause: parsed.error,
      });
    },
    async describe(text, signal) {
      const { fields } = await send(`${text}\nLIMIT $1`, [0], signal);
      return fields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID }));
    },
    close: () => pool.end(),
  };
}

/** Nothing is asked for while the program starts, so a certificate that is not there waits until it is needed. */
function readAddress(url: string): DatabaseAddress & { readonly fault?: ZammadError } {
  try {
    return parseDatabaseUrl(url);
  } catch (cause) {
    const { host, pathname } = new URL(url);
    const label = `${host}${pathname}`;
    const what = phrase('zammad.sql.noCertificate', { database: label, detail: errorMessage(cause) });
    const help = phrase('zammad.sql.noCertificate.help');
    const fault = new ZammadError(what, { code: 'zammad_unreachable', help, cause });
    return { label, connectionString: url, ssl: false, isTlsOptional: false, fault };
  }
}

/**
 * Whatever the role may do, this session cannot write; and its zone is Zammad’s. A database that knows no encoding may
 * hold anything: it is asked for its bytes, which PostgreSQL would else refuse to give where they are not UTF-8.
 */
async function prepareSession(client: pg.ClientBase, statementTimeoutMs: number): Promise<void> {
  await client.query(
    [
      'SET default_transaction_read_only = on',
      "SET TimeZone = 'UTC'",
      `SET statement_timeout = ${Math.round(statementTimeoutMs)}`,
      'SET idle_in_transaction_session_timeout = 60000',
      `SELECT set_config('client_encoding', 'SQL_ASCII', false) WHERE current_setting('server_encoding') = 'SQL_ASCII'`,
    ].join('; '),
  );
}
