import { z } from 'zod';
import { AppError } from '../lib/errors.ts';
import type { Phrase, Told } from '../lib/phrase.ts';
import { phrase } from './texts.ts';

export type OdooErrorCode =
  | 'odoo_access_denied'
  | 'odoo_access_error'
  | 'odoo_missing'
  | 'odoo_user_error'
  | 'odoo_validation'
  | 'odoo_session_expired'
  | 'odoo_database'
  | 'odoo_value'
  | 'odoo_unknown_method'
  | 'odoo_duplicate'
  | 'odoo_concurrency'
  | 'odoo_server_error'
  | 'odoo_unreachable'
  | 'odoo_timeout'
  | 'odoo_busy'
  | 'odoo_too_large'
  | 'odoo_not_odoo'
  | 'odoo_version';

/** Anything that went wrong between us and Odoo. `odooName` is Odoo's own exception name, where there is one. */
export class OdooError extends AppError {
  override readonly name = 'OdooError';
  declare readonly code: OdooErrorCode;
  readonly odooName: string | undefined;
  /** Of an answer that is no JSON-RPC. */
  readonly httpStatus: number | undefined;

  constructor(
    what: Told,
    options: {
      code: OdooErrorCode;
      help?: Told;
      retryable?: boolean;
      cause?: unknown;
      odooName?: string;
      httpStatus?: number;
    },
  ) {
    super(what, options);
    this.odooName = options.odooName;
    this.httpStatus = options.httpStatus;
  }
}

export function isOdooError(error: unknown, ...codes: readonly OdooErrorCode[]): error is OdooError {
  return error instanceof OdooError && (codes.length === 0 || codes.includes(error.code));
}

export const Fault = z.object({
  code: z.number().optional(),
  message: z.string().optional(),
  data: z.object({ name: z.string(), message: z.string().nullish() }).optional(),
});
export type Fault = z.infer<typeof Fault>;

interface Meaning {
  readonly code: OdooErrorCode;
  readonly help: Phrase;
  readonly retryable?: boolean;
}

/** PostgreSQL let go of Odoo, or has no room for it: its call was not carried out, and a later one may be. */
const DATABASE_LOST: Meaning = {
  code: 'odoo_database',
  help: phrase('odoo.database.help'),
  retryable: true,
};

const CONCURRENCY: Meaning = {
  code: 'odoo_concurrency',
  help: phrase('odoo.concurrency.help'),
  retryable: true,
};

/** By `error.data.name`: the message is translated into the user's language, the name never is. */
const MEANING: Readonly<Record<string, Meaning>> = {
  'odoo.exceptions.AccessDenied': {
    code: 'odoo_access_denied',
    help: phrase('odoo.accessDenied.help'),
  },
  'odoo.exceptions.AccessError': {
    code: 'odoo_access_error',
    help: phrase('odoo.accessError.help'),
  },
  'odoo.exceptions.MissingError': {
    code: 'odoo_missing',
    help: phrase('odoo.missing.help'),
  },
  'odoo.exceptions.UserError': { code: 'odoo_user_error', help: phrase('odoo.userError.help') },
  'odoo.exceptions.RedirectWarning': {
    code: 'odoo_user_error',
    help: phrase('odoo.userError.help'),
  },
  'odoo.exceptions.ValidationError': {
    code: 'odoo_validation',
    help: phrase('odoo.validation.help'),
  },
  'odoo.http.SessionExpiredException': {
    code: 'odoo_session_expired',
    help: phrase('odoo.sessionExpired.help'),
  },
  'builtins.ValueError': { code: 'odoo_value', help: phrase('odoo.value.help') },
  'builtins.KeyError': { code: 'odoo_value', help: phrase('odoo.unknownName.help') },
  'builtins.TypeError': { code: 'odoo_value', help: phrase('odoo.arguments.help') },
  'builtins.AttributeError': { code: 'odoo_unknown_method', help: phrase('odoo.unknownMethod.help') },
  'psycopg2.OperationalError': {
    code: 'odoo_database',
    help: phrase('odoo.database.help'),
  },
  'psycopg2.errors.UniqueViolation': { code: 'odoo_duplicate', help: phrase('odoo.duplicate.help') },
  'psycopg2.errors.SerializationFailure': CONCURRENCY,
  'psycopg2.errors.DeadlockDetected': CONCURRENCY,
  'psycopg2.errors.LockNotAvailable': CONCURRENCY,
  'psycopg2.InterfaceError': DATABASE_LOST,
  'psycopg2.DatabaseError': DATABASE_LOST,
  'psycopg2.pool.PoolError': DATABASE_LOST,
  'psycopg2.errors.AdminShutdown': DATABASE_LOST,
  'psycopg2.errors.CrashShutdown': DATABASE_LOST,
  'psycopg2.errors.CannotConnectNow': DATABASE_LOST,
  'psycopg2.errors.ConnectionException': DATABASE_LOST,
  'psycopg2.errors.ConnectionFailure': DATABASE_LOST,
  'psycopg2.errors.ConnectionDoesNotExist': DATABASE_LOST,
  'psycopg2.errors.TooManyConnections': DATABASE_LOST,
  'psycopg2.errors.DiskFull': DATABASE_LOST,
  'psycopg2.errors.OutOfMemory': DATABASE_LOST,
  'psycopg2.errors.QueryCanceled': DATABASE_LOST,
  'psycopg2.errors.IdleInTransactionSessionTimeout': DATABASE_LOST,
  'psycopg2.errors.ReadOnlySqlTransaction': DATABASE_LOST,
};

/** A JSON-RPC `error` object as an {@link OdooError}. */
export function mapFault(fault: Fault): OdooError {
  const name = fault.data?.name;
  const meaning = (name === undefined ? undefined : MEANING[name]) ?? {
    code: 'odoo_server_error' as const,
    help: phrase('odoo.serverError.help'),
  };
  const message = (fault.data?.message || fault.message || '').trim();
  return new OdooError(message || phrase('odoo.noMessage'), {
    ...meaning,
    ...(name === undefined ? {} : { odooName: name }),
  });
}
