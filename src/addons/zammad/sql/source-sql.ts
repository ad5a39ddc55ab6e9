import { z } from 'zod';
import type { SourcePage } from '../../../sync/source.ts';
import type { ExternalNames } from '../external-names.ts';
import { parseRows, parseTickets } from '../parse-tickets.ts';
import type { ZammadClient } from '../rest/client.ts';
import { Group, Organization, State, type Ticket, User } from '../schema.ts';
import type { TicketSource } from '../ticket-source.ts';
import { readSqlContents } from './sql-contents.ts';
import type { SqlDatabase } from './sql-database.ts';
import { openSqlFile } from './sql-file.ts';
import { findSqlShape, type SqlShape } from './sql-shape.ts';
import { checkTicketQuery, TICKET_QUERY, wrapTicketQuery } from './ticket-query.ts';

export interface SqlSourceOptions {
  readonly database: SqlDatabase;
  readonly names: ExternalNames;
  /** The address of Zammad's web pages, where tickets link to. */
  readonly url: string;
  /** Another query than the standard one; docs/zammad.md says what it must answer. */
  readonly query?: string;
  /** Columns beyond those of the contract that fields are mapped from. */
  readonly extraColumns?: readonly string[];
  /** Reads files that Zammad keeps outside its database. */
  readonly openElsewhere?: ZammadClient['openFile'];
}

/** Tickets from Zammad's PostgreSQL, of any version from 5.5 to 7.1. */
export function createSqlSource(options: SqlSourceOptions): TicketSource {
  const { database, names, url, openElsewhere } = options;
  const tickets = wrapTicketQuery(options.query ?? TICKET_QUERY);
  let shape: SqlShape | undefined;
  const isShown = `EXISTS (${tickets} WHERE ticket.id = $1)`;

  const prove: TicketSource['prove'] = async (signal) => {
    await database.query(z.unknown(), 'SELECT 1', [], signal);
  };

  return {
    url,
    prove,
    async isLossy(signal) {
      shape ??= await findSqlShape(database, signal);
      return shape.isLossy;
    },
    // Whoever reads the database reads all of it.
    describeOmissions: async () => [],
    async *pages(since, signal) {
      await checkTicketQuery(database, options.query ?? TICKET_QUERY, options.extraColumns ?? [], signal);
      yield* readPages(database, tickets, { names, since, signal });
    },
    async countTickets(since, signal) {
      const text = `SELECT count(*)::int AS count FROM (${tickets}) AS ticket WHERE ticket.updated_at >= $1::timestamp`;
      const [row] = await database.query(Count, text, [zoneless(since)], signal);
      return row?.count;
    },
    async findTickets(ids, signal) {
      const text = `${tickets} WHERE ticket.id = ANY($1::int[]) ORDER BY ticket.id`;
      return parseTickets(await database.query(z.unknown(), text, [ids], signal), names);
    },
    async findContents(wanted, signal) {
      shape ??= await findSqlShape(database, signal);
      return readSqlContents(wanted, { database, names, shape, source: { prove }, signal });
    },
    openFile: (file, signal) => openSqlFile(database, file, { openElsewhere, signal }),
    async findUsers(ids, signal) {
      const text = `${USERS} WHERE id = ANY($1::int[]) ORDER BY id`;
      return parseRows(User, await database.query(z.unknown(), text, [ids], signal), names.user);
    },
    async findOrganizations(ids, signal) {
      const text = `${ORGANIZATIONS} WHERE id = ANY($1::int[]) ORDER BY id`;
      const rows = await database.query(z.unknown(), text, [ids], signal);
      return parseRows(Organization, rows, names.organization);
    },
    listStates: (signal) => database.query(State, STATES, [], signal),
    listGroups: (signal) =>
      database.query(Group, 'SELECT id, name, active FROM groups ORDER BY id', [], signal),
    async countUsersByEmail(emails, signal) {
      const text = `SELECT lower(btrim(email)) AS email, count(*)::int AS users FROM users
        WHERE lower(btrim(email)) = ANY($1::text[]) GROUP BY 1`;
      const rows = await database.query(EmailCount, text, [[...emails]], signal);
      return new Map(rows.map(({ email, users }) => [email, users]));
    },
    async *listTicketIds(signal) {
      const text = `SELECT ticket.id FROM (${tickets}) AS ticket WHERE ticket.id > $1 ORDER BY ticket.id LIMIT 5000`;
      for await (const rows of walk(database, Id, text, signal)) yield rows.map(({ id }) => id);
    },
    listUsers: (signal) => walk(database, User, `${USERS} WHERE id > $1 ORDER BY id LIMIT 1000`, signal),
    listOrganizations: (signal) =>
      walk(database, Organization, `${ORGANIZATIONS} WHERE id > $1 ORDER BY id LIMIT 1000`, signal),
    async probeTicket(id, signal) {
      const text = `SELECT EXISTS (SELECT FROM tickets WHERE id = $1) AS "isThere", ${isShown} AS "isShown"`;
      const [found] = await database.query(Probe, text, [id], signal);
      if (!found?.isThere) return 'gone';
      return found.isShown ? 'there' : 'hidden';
    },
  };
}

const USERS = `SELECT id, login, firstname, lastname, email, phone, mobile, organization_id, active FROM users`;
const ORGANIZATIONS = 'SELECT id, name, active FROM organizations';
const STATES = `SELECT s.id, s.name, t.name AS state_type
  FROM ticket_states s JOIN ticket_state_types t ON t.id = s.state_type_id ORDER BY s.id`;

const Id = z.object({ id: z.number().int() });
const Count = z.object({ count: z.number().int() });
const EmailCount = z.object({ email: z.string(), users: z.number().int() });
const Probe = z.object({ isThere: z.boolean(), isShown: z.boolean() });

/** As many as the REST API gives at once. */
const PAGE = 200;

const Position = z.looseObject({ position: z.string(), id: z.number().int() });

interface PageOptions {
  readonly names: ExternalNames;
  readonly since: string | undefined;
  readonly signal: AbortSignal;
}

/**
 * Walks along (`updated_at`, `id`). The position stays the database's own text: an old Zammad may keep microseconds,
 * which a moment of ours would cut, and the same row would come again and again.
 */
async function* readPages(
  database: SqlDatabase,
  tickets: string,
  { names, since, signal }: PageOptions,
): AsyncGenerator<SourcePage<Ticket>> {
  const text = `SELECT ticket.*, ticket.updated_at::text AS position FROM (${tickets}) AS ticket
    WHERE (ticket.updated_at, ticket.id) > ($1::timestamp, $2::int)
    ORDER BY ticket.updated_at, ticket.id LIMIT ${PAGE}`;
  let after: z.infer<typeof Position> = { position: zoneless(since), id: 0 };
  while (true) {
    const rows = await database.query(Position, text, [after.position, after.id], signal);
    const last = rows.at(-1);
    if (!last) return;
    after = last;
    const { records, refused } = parseTickets(rows, names);
    yield { records, refused, cursor: z.string().parse(last.updated_at) };
  }
}

/** As Zammad's columns have it, which mean UTC. */
const zoneless = (moment = '1970-01-01') => moment.replace('Z', '');

/** Rows in the order of their ids, until there are none. */
async function* walk<T extends z.ZodType<{ readonly id: number }>>(
  database: SqlDatabase,
  row: T,
  text: string,
  signal: AbortSignal,
): AsyncGenerator<readonly z.infer<T>[]> {
  for (let last = 0; ; ) {
    const rows = await database.query(row, text, [last], signal);
    const end = rows.at(-1);
    if (!end) return;
    yield rows;
    last = end.id;
  }
}
