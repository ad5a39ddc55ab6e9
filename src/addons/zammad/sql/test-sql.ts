import { z } from 'zod';
import { ZammadError } from '../errors.ts';
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
export async function testSql(database: SqlDatabase, options: TestSqlOptions): Promise<readonly string[]> {
  const { query = TICKET_QUERY, extraColumns, signal } = options;
  const shape = await findSqlShape(database, signal);
  const [role] = await database.query(Role, ROLE, [], signal);
  if (!role) throw new Error('PostgreSQL does not tell who we are');
  await checkColumns(database, role.name, signal);
  await checkTicketQuery(database, query, extraColumns, signal);
  const schema = shape.fileOwner === 'bigint' ? 'before 6' : '6 or newer';
  return [
    `${database.label} lets ${role.name} in, on PostgreSQL ${role.version}, with the schema of a Zammad ${schema}`,
    'every column that the import reads is there and may be read',
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
function surplusOf({ name, isSuper, mayWrite, readsTokens, readsPasswords }: Role): readonly string[] {
  if (isSuper)
    return [`${name} is a superuser; better make a role that may only read, as docs/zammad.md shows`];
  return [
    ...(mayWrite
      ? [`${name} may also write: REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON tickets FROM "${name}"`]
      : []),
    ...(readsTokens ? [`${name} may also read secrets: REVOKE SELECT ON tokens FROM "${name}"`] : []),
    ...(readsPasswords
      ? [`${name} may also read password hashes: grant it columns of users, as docs/zammad.md shows`]
      : []),
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
    throw new ZammadError(`${database.label} has no column ${list(absent)}`, {
      code: 'zammad_not_zammad',
      help: 'Zammad 5.5 to 7.1 are known to work; this one may be older or newer, or the address leads to another database.',
    });
  }
  if (missing.length === 0) return;
  throw new ZammadError(`${role} may not read ${list(missing)}`, {
    code: 'zammad_no_right',
    help: `As the owner of Zammad’s database: ${grantsFor(new Set(missing.map(({ table }) => table)), role)}`,
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
