import { z } from 'zod';
import type { Phrase } from '../../../lib/phrase.ts';
import { ZammadError } from '../errors.ts';
import { phrase } from '../texts.ts';
import { sqlColumns } from './sql-columns.ts';
import type { SqlDatabase } from './sql-database.ts';
import { findSqlShape } from './sql-shape.ts';
import { checkTicketQuery, TICKET_QUERY } from './ticket-query.ts';

export interface TestSqlOptions {
  readonly query?: string;
  readonly extraColumns: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * Proves what an import needs of a role: that it gets in, may read every column and nothing speaks against the
 * ticket query. Says too what the role may do that it need not.
 * @throws ZammadError that names what is missing, with the lines that grant it.
 */
export async function testSql(database: SqlDatabase, options: TestSqlOptions): Promise<readonly Phrase[]> {
  const { query = TICKET_QUERY, extraColumns, signal } = options;
  const shape = await findSqlShape(database, signal);
  const [role] = await database.query(Role, ROLE, [], signal);
  if (!role) throw new Error('PostgreSQL does not tell who we are');
  await checkColumns(database, role.name, signal);
  await checkTicketQuery(database, query, extraColumns, signal);
  const found = { database: database.label, role: role.name, version: role.version };
  return [
    shape.fileOwner === 'bigint'
      ? phrase('zammad.sql.test.before6', found)
      : phrase('zammad.sql.test.from6', found),
    phrase('zammad.sql.test.columns'),
    ...surplusOf(role),
  ];
}

const Role = z.object({
  name: z.string(),
  version: z.string(),
  isSuper: z.boolean(),
  mayWrite: z.boolean(),
  readsTokens: z.boolean().nullable(),
  readsPasswords: z.boolean(),
});
type Role = z.infer<typeof Role>;

const ROLE = `SELECT current_user::text AS name, current_setting('server_version') AS version,
    (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS "isSuper",
    has_table_privilege('tickets', 'INSERT, UPDATE, DELETE, TRUNCATE') AS "mayWrite",
    has_table_privilege(to_regclass('tokens')::oid, 'SELECT') AS "readsTokens",
    EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('users') AND attname = 'password'
      AND has_column_privilege(attrelid, attnum, 'SELECT')) AS "readsPasswords"`;

/** The session is read-only in any case; a role that may no more than that is safer still. */
function surplusOf({ name, isSuper, mayWrite, readsTokens, readsPasswords }: Role): readonly Phrase[] {
  if (isSuper) return [phrase('zammad.sql.test.super', { role: name })];
  const writing = `REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON tickets FROM "${name}"`;
  const reading = `REVOKE SELECT ON tokens FROM "${name}"`;
  return [
    ...(mayWrite ? [phrase('zammad.sql.test.writes', { role: name, revoke: writing })] : []),
    ...(readsTokens ? [phrase('zammad.sql.test.secrets', { role: name, revoke: reading })] : []),
    ...(readsPasswords ? [phrase('zammad.sql.test.passwords', { role: name })] : []),
  ];
}

const Column = z.object({ table: z.string(), column: z.string(), isThere: z.boolean() });

async function checkColumns(database: SqlDatabase, role: string, signal: AbortSignal): Promise<void> {
  const needed = Object.entries(sqlColumns).flatMap(([table, columns]) =>
    columns.map((column) => ({ table, column })),
  );
  const text = `SELECT needed.table, needed.column, a.attnum IS NOT NULL AS "isThere"
    FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS needed("table", "column", position)
    LEFT JOIN pg_attribute a
      ON a.attrelid = to_regclass(needed.table) AND a.attname = needed.column AND NOT a.attisdropped
    WHERE a.attnum IS NULL OR NOT has_column_privilege(a.attrelid, a.attnum, 'SELECT')
    ORDER BY needed.position`;
  const parameters = [needed.map(({ table }) => table), needed.map(({ column }) => column)];
  const missing = await database.query(Column, text, parameters, signal);
  const absent = missing.filter(({ isThere }) => !isThere);
  if (absent.length > 0) {
    throw new ZammadError(
      phrase('zammad.sql.noColumn', { database: database.label, columns: list(absent) }),
      {
        code: 'zammad_not_zammad',
        help: phrase('zammad.sql.noColumn.help'),
      },
    );
  }
  if (missing.length === 0) return;
  const grants = grantsFor(new Set(missing.map(({ table }) => table)), role);
  throw new ZammadError(phrase('zammad.sql.mayNotRead', { role, columns: list(missing) }), {
    code: 'zammad_no_right',
    help: phrase('zammad.sql.mayNotRead.help', { grants }),
  });
}

/** Of users there are columns that nobody else should read. */
function grantsFor(tables: ReadonlySet<string>, role: string): string {
  const whole = [...tables].filter((table) => table !== 'users');
  return [
    ...(whole.length > 0 ? [`GRANT SELECT ON ${whole.join(', ')} TO "${role}";`] : []),
    ...(tables.has('users') ? [`GRANT SELECT (${sqlColumns.users.join(', ')}) ON users TO "${role}";`] : []),
  ].join(' ');
}

function list(columns: readonly z.infer<typeof Column>[]): string {
  return columns.map(({ table, column }) => `${table}.${column}`).join(', ');
}
