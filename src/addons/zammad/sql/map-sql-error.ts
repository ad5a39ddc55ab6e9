import { z } from 'zod';
import { errorMessage } from '../../../lib/errors.ts';
import type { Phrase } from '../../../lib/phrase.ts';
import { ZammadError, type ZammadErrorCode } from '../errors.ts';
import { phrase } from '../texts.ts';

type FaultName =
  | 'login'
  | 'noDatabase'
  | 'noAccess'
  | 'write'
  | 'syntax'
  | 'unsupported'
  | 'data'
  | 'timeout'
  | 'full'
  | 'starting'
  | 'rolledBack'
  | 'lost'
  | 'failed'
  | 'certificate'
  | 'noTls'
  | 'unreachable';

interface Fault {
  readonly code: ZammadErrorCode;
  readonly what: FaultName;
  readonly help: Phrase;
  readonly retryable?: boolean;
}

const wait = phrase('zammad.wait.help');

/** PostgreSQL's own codes, by their beginning. */
const faults: Readonly<Record<string, Fault>> = {
  '28': {
    code: 'zammad_wrong_login',
    what: 'login',
    help: phrase('zammad.sql.login.help'),
  },
  '3D': {
    code: 'zammad_wrong_login',
    what: 'noDatabase',
    help: phrase('zammad.sql.name.help'),
  },
  '42501': {
    code: 'zammad_no_right',
    what: 'noAccess',
    help: phrase('zammad.sql.noAccess.help'),
  },
  '25006': {
    code: 'zammad_bad_query',
    what: 'write',
    help: phrase('zammad.query.noSelect.help'),
  },
  '42': {
    code: 'zammad_bad_query',
    what: 'syntax',
    help: phrase('zammad.sql.syntax.help'),
  },
  '0A': {
    code: 'zammad_bad_query',
    what: 'unsupported',
    help: phrase('zammad.query.noSelect.help'),
  },
  '22': {
    code: 'zammad_bad_query',
    what: 'data',
    help: phrase('zammad.sql.data.help'),
  },
  '57014': {
    code: 'zammad_timeout',
    what: 'timeout',
    help: phrase('zammad.sql.timeout.help'),
  },
  '53': { code: 'zammad_busy', what: 'full', help: wait, retryable: true },
  '57': { code: 'zammad_busy', what: 'starting', help: wait, retryable: true },
  '40': { code: 'zammad_busy', what: 'rolledBack', help: wait, retryable: true },
  '08': { code: 'zammad_unreachable', what: 'lost', help: wait, retryable: true },
  XX: { code: 'zammad_server_error', what: 'failed', help: phrase('zammad.sql.failed.help') },
};

/** No code of PostgreSQL: nobody answered, or the connection broke. */
const noAnswer: Fault = {
  code: 'zammad_unreachable',
  what: 'unreachable',
  help: phrase('zammad.sql.unreachable.help'),
  retryable: true,
};

const distrusted: Fault = {
  code: 'zammad_unreachable',
  what: 'certificate',
  help: phrase('zammad.sql.certificate.help'),
};

const withoutTls: Fault = {
  code: 'zammad_unreachable',
  what: 'noTls',
  help: phrase('zammad.sql.noTls.help'),
};

/** Node's codes, such as `DEPTH_ZERO_SELF_SIGNED_CERT` and `UNABLE_TO_VERIFY_LEAF_SIGNATURE`. */
const CERTIFICATE = /CERT|LEAF_SIGNATURE/;

/** node-postgres gives it no code. */
export const hasNoTls = (error: unknown) => /does not support SSL/.test(errorMessage(error));

function faultOf(error: unknown, code: string): Fault {
  if (CERTIFICATE.test(code)) return distrusted;
  if (hasNoTls(error)) return withoutTls;
  return faults[code] ?? faults[code.slice(0, 2)] ?? noAnswer;
}

const SqlFault = z.object({ code: z.string() });

/** Every way in which PostgreSQL can refuse or fail, as an error that says what to do. */
export function mapSqlError(error: unknown, label: string): ZammadError {
  if (error instanceof ZammadError) return error;
  const code = SqlFault.safeParse(error).data?.code ?? '';
  const fault = faultOf(error, code);
  const { what, help, retryable = false } = fault;
  const detail = errorMessage(error) || code;
  return new ZammadError(phrase(`zammad.sql.${what}`, { database: label, detail }), {
    ...{ code: fault.code, help, retryable },
    cause: error,
  });
}
