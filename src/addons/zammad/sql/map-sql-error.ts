import { z } from 'zod';
import { errorMessage } from '../../../lib/errors.ts';
import { ZammadError, type ZammadErrorCode } from '../errors.ts';

interface Fault {
  readonly code: ZammadErrorCode;
  readonly says: string;
  readonly help: string;
  readonly retryable?: boolean;
}

const wait = 'Wait a moment; the next run goes on where this one stopped.';

/** PostgreSQL's own codes, by their beginning. */
const faults: Readonly<Record<string, Fault>> = {
  '28': {
    code: 'zammad_wrong_login',
    says: 'does not let the role in',
    help: 'Check the user and password in ZAMMAD_DATABASE_URL, and the server’s pg_hba.conf.',
  },
  '3D': {
    code: 'zammad_wrong_login',
    says: 'has no such database',
    help: 'Zammad’s database is usually called zammad_production; check ZAMMAD_DATABASE_URL.',
  },
  '42501': {
    code: 'zammad_no_right',
    says: 'refuses access',
    help: 'Grant the role SELECT on the table; docs/zammad.md has the lines.',
  },
  '25006': {
    code: 'zammad_bad_query',
    says: 'was asked to write',
    help: 'The import only reads: write the ticket query as one SELECT.',
  },
  '42': {
    code: 'zammad_bad_query',
    says: 'does not understand the query',
    help: 'Correct the ticket query: one SELECT, without a semicolon. Where it is the standard one, this Zammad is older than 5.5 or newer than 7.1.',
  },
  '0A': {
    code: 'zammad_bad_query',
    says: 'does not carry that out in a query',
    help: 'The import only reads: write the ticket query as one SELECT.',
  },
  '22': {
    code: 'zammad_bad_query',
    says: 'cannot carry out the query',
    help: 'Correct the ticket query.',
  },
  '57014': {
    code: 'zammad_timeout',
    says: 'did not answer in time',
    help: 'Check that tickets.updated_at has an index, and what else keeps the server busy.',
  },
  '53': { code: 'zammad_busy', says: 'has no room', help: wait, retryable: true },
  '57': { code: 'zammad_busy', says: 'is starting or stopping', help: wait, retryable: true },
  '40': { code: 'zammad_busy', says: 'gave up the read', help: wait, retryable: true },
  '08': { code: 'zammad_unreachable', says: 'lost the connection', help: wait, retryable: true },
  XX: { code: 'zammad_server_error', says: 'failed inside', help: 'PostgreSQL’s log has the details.' },
};

/** No code of PostgreSQL: nobody answered, or the connection broke. */
const noAnswer: Fault = {
  code: 'zammad_unreachable',
  says: 'cannot be reached',
  help: 'Check ZAMMAD_DATABASE_URL, that PostgreSQL runs and listens there, and that no firewall stands between.',
  retryable: true,
};

const SqlFault = z.object({ code: z.string() });

/** Every way in which PostgreSQL can refuse or fail, as an error that says what to do. */
export function mapSqlError(error: unknown, label: string): ZammadError {
  if (error instanceof ZammadError) return error;
  const code = SqlFault.safeParse(error).data?.code ?? '';
  const fault = faults[code] ?? faults[code.slice(0, 2)] ?? noAnswer;
  const { says, help, retryable = false } = fault;
  const cause = errorMessage(error) || code;
  return new ZammadError(`${label} ${says}: ${cause}`, { code: fault.code, help, retryable, cause: error });
}
