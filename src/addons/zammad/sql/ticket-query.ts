import pg from 'pg';
import { listed, type Phrase } from '../../../lib/phrase.ts';
import { findSuggestion } from '../../../lib/suggestion.ts';
import { ZammadError } from '../errors.ts';
import { phrase } from '../texts.ts';
import type { SqlColumn, SqlDatabase } from './sql-database.ts';

/**
 * Which tickets are read, and what of them. It may be replaced by another SELECT with at least the columns below;
 * columns beyond them can be mapped to fields, as the custom attributes in `t.*` can.
 */
export const TICKET_QUERY = `SELECT t.*, p.name AS priority, g.name AS "group"
  FROM tickets t
  JOIN ticket_priorities p ON p.id = t.priority_id
  JOIN groups g ON g.id = t.group_id`;

const { INT2, INT4, INT8, FLOAT4, FLOAT8, NUMERIC, VARCHAR, TEXT, BPCHAR, TIMESTAMP, TIMESTAMPTZ } =
  pg.types.builtins;

const kinds = {
  number: [INT2, INT4, INT8],
  decimal: [INT2, INT4, INT8, NUMERIC, FLOAT4, FLOAT8],
  text: [VARCHAR, TEXT, BPCHAR],
  time: [TIMESTAMP, TIMESTAMPTZ],
} as const;

/** The columns that a ticket query must answer. */
export const ticketColumns: Readonly<Record<string, keyof typeof kinds>> = {
  id: 'number',
  number: 'text',
  title: 'text',
  state_id: 'number',
  priority_id: 'number',
  priority: 'text',
  group_id: 'number',
  group: 'text',
  owner_id: 'number',
  customer_id: 'number',
  time_unit: 'decimal',
  created_at: 'time',
  updated_at: 'time',
  close_at: 'time',
  escalation_at: 'time',
};

/**
 * Looks at a query without running it for long.
 * @throws ZammadError `zammad_bad_query` that names every column that is missing, twice there or of another type.
 */
export async function checkTicketQuery(
  database: SqlDatabase,
  query: string,
  extraColumns: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  const columns = await database.describe(wrapTicketQuery(query), signal);
  const problems = [
    ...Object.entries(ticketColumns).flatMap(([name, kind]) => checkColumn(columns, name, kind)),
    ...extraColumns.flatMap((name) => checkColumn(columns, name)),
  ];
  if (problems.length === 0) return;
  throw new ZammadError(phrase('zammad.query.unfit', { problems: listed(problems, '\n  ') }), {
    code: 'zammad_bad_query',
    help: phrase('zammad.query.unfit.help'),
  });
}

/**
 * Within brackets a query can only read, and a comment at its end harms nobody.
 * @throws ZammadError where it holds more than one statement.
 */
export function wrapTicketQuery(query: string): string {
  const text = query.trim().replace(/;\s*$/, '');
  if (!/^(?:select|with|table|values)\b/i.test(withoutComments(text))) {
    throw new ZammadError(phrase('zammad.query.noSelect'), {
      code: 'zammad_bad_query',
      help: phrase('zammad.query.noSelect.help'),
    });
  }
  return `SELECT * FROM (\n${text}\n) AS ticket`;
}

const withoutComments = (text: string) => text.replace(/^(?:\s+|--[^\n]*\n|\/\*[\s\S]*?\*\/)*/, '');

function checkColumn(
  columns: readonly SqlColumn[],
  name: string,
  kind?: keyof typeof kinds,
): readonly Phrase[] {
  const found = columns.filter((column) => column.name === name);
  const [column] = found;
  if (!column) {
    const unused = columns
      .map((candidate) => candidate.name)
      .filter((candidate) => !(candidate in ticketColumns));
    const near = findSuggestion(name, unused);
    return [
      near === undefined
        ? phrase('zammad.query.missing', { column: name })
        : phrase('zammad.query.missingNear', { column: name, near }),
    ];
  }
  if (found.length > 1) return [phrase('zammad.query.repeated', { column: name, times: found.length })];
  if (kind === undefined) return [];
  const allowed: readonly number[] = kinds[kind];
  if (allowed.includes(column.type)) return [];
  return [phrase('zammad.query.kind', { column: name, kind: phrase(`zammad.kind.${kind}`) })];
}
