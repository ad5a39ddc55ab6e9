import type { Store } from '../store.ts';
import type { Change } from '../stored-data.ts';
import type { ZammadVersion } from '../types.ts';
import { lookupRows } from './lookup-rows.ts';
import { readSchema } from './schema.ts';
import { type Row, type Rows, ticketRows } from './ticket-rows.ts';

/** An empty PostgreSQL, or what behaves like one. */
export interface Database {
  query(text: string, parameters?: readonly unknown[]): Promise<unknown>;
}

export interface DatabaseCopy {
  /** Brings over, in one transaction, what changed since; nothing changes in the database before. */
  sync(): Promise<void>;
}

/** Fills an empty database with the data of an emulated Zammad, in the schema of its version. */
export async function loadDatabase(
  database: Database,
  store: Store,
  version: ZammadVersion,
): Promise<DatabaseCopy> {
  const changes: Change[] = [];
  store.onChange((change) => changes.push(change));
  await inTransaction(database, async () => {
    for (const statement of readSchema(version, store.data.attributes)) {
      await database.query(statement);
    }
    await insert(database, lookupRows(store, version !== '5.5'));
    for (let start = 0; start < store.data.tickets.length; start += BATCH) {
      const batch = store.data.tickets.slice(start, start + BATCH);
      await insert(database, ticketRows(store, batch, version));
    }
  });
  return {
    sync: () => inTransaction(database, () => carryOver(database, store, version, changes.splice(0))),
  };
}

/** Tickets at once: so many that their rows stay a small text. */
const BATCH = 200;

/** A read-only default of the session, which an importer sets, does not hold for a transaction that says otherwise. */
async function inTransaction(database: Database, work: () => Promise<void>): Promise<void> {
  await database.query('BEGIN READ WRITE');
  try {
    await work();
    await database.query('COMMIT');
  } catch (error) {
    await database.query('ROLLBACK');
    throw error;
  }
}

async function carryOver(
  database: Database,
  store: Store,
  version: ZammadVersion,
  changes: readonly Change[],
): Promise<void> {
  const ids = [...new Set(changes.filter(({ kind }) => kind === 'ticket').map(({ id }) => id))];
  await removeTickets(database, ids);
  await insert(database, lookupRows(store, version !== '5.5'));
  const tickets = ids.flatMap((id) => store.findTicket(id) ?? []);
  await insert(database, ticketRows(store, tickets, version));
  const users = store.data.users.map((user) => user.id);
  await database.query('DELETE FROM users WHERE NOT id = ANY($1::int[])', [users]);
}

async function removeTickets(database: Database, ids: readonly number[]): Promise<void> {
  const ofTickets = '(SELECT id::text FROM ticket_articles WHERE ticket_id = ANY($1::int[]))';
  for (const statement of [
    `DELETE FROM stores WHERE o_id::text IN ${ofTickets}`,
    'DELETE FROM ticket_time_accountings WHERE ticket_id = ANY($1::int[])',
    'DELETE FROM ticket_articles WHERE ticket_id = ANY($1::int[])',
    'DELETE FROM tags WHERE o_id = ANY($1::int[])',
    'DELETE FROM links WHERE link_object_source_value = ANY($1::int[]) OR link_object_target_value = ANY($1::int[])',
    'DELETE FROM tickets WHERE id = ANY($1::int[])',
  ]) {
    await database.query(statement, [ids]);
  }
}

/** What is there already is brought up to date. */
async function insert(database: Database, tables: Rows): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) {
    const distinct = [...new Map(rows.map((row) => [row.id, row])).values()];
    const names = [...new Set(distinct.flatMap((row) => Object.keys(row)))];
    if (names.length === 0) continue;
    const columns = names.map((name) => `"${name}"`).join(', ');
    const updates = names.map((name) => `"${name}" = EXCLUDED."${name}"`).join(', ');
    const values = `SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`;
    await database.query(
      `INSERT INTO ${table} (${columns}) ${values} ON CONFLICT (id) DO UPDATE SET ${updates}`,
      [toJson(distinct)],
    );
  }
}

/** PostgreSQL holds no NUL in text; Zammad drops it before. */
function toJson(rows: readonly Row[]): string {
  return JSON.stringify(rows, (_, value) => (typeof value === 'string' ? value.replaceAll('\0', '') : value));
}
