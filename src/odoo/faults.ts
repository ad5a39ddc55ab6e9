import { z } from 'zod';
import { AppError } from '../lib/errors.ts';

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
    message: string,
    options: {
      code: OdooErrorCode;
      help?: string;
      retryable?: boolean;
      cause?: unknown;
      odooName?: string;
      httpStatus?: number;
    },
  ) {
    super(message, options);
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
  readonly help: string;
  readonly retryable?: boolean;
}

/** By `error.data.name`: the message is translated into the user's language, the name never is. */
const MEANING: Readonly<Record<string, Meaning>> = {
  'odoo.exceptions.AccessDenied': {
    code: 'odoo_access_denied',
    help: 'The login or the password (or API key) is wrong. Check ODOO_USERNAME and ODOO_PASSWORD.',
  },
  'odoo.exceptions.AccessError': {
    code: 'odoo_access_error',
    help: 'The account lacks a right. Odoo names the groups that have it; add the account to one of them.',
  },
  'odoo.exceptions.MissingError': {
    code: 'odoo_missing',
    help: 'The record was deleted meanwhile. Read again, then repeat the step.',
  },
  'odoo.exceptions.UserError': { code: 'odoo_user_error', help: 'Odoo refuses this; its message says why.' },
  'odoo.exceptions.RedirectWarning': {
    code: 'odoo_user_error',
    help: 'Odoo refuses this; its message says why.',
  },
  'odoo.exceptions.ValidationError': {
    code: 'odoo_validation',
    help: 'A value breaks one of Odoo’s rules; its message says which.',
  },
  'odoo.http.SessionExpiredException': { code: 'odoo_session_expired', help: 'Log in again.' },
  'builtins.ValueError': { code: 'odoo_value', help: 'A field, value or domain does not fit this Odoo.' },
  'builtins.KeyError': { code: 'odoo_value', help: 'A model or field does not exist in this Odoo (yet).' },
  'builtins.TypeError': { code: 'odoo_value', help: 'The call’s arguments do not fit this Odoo.' },
  'builtins.AttributeError': { code: 'odoo_unknown_method', help: 'This Odoo does not have that method.' },
  'psycopg2.OperationalError': {
    code: 'odoo_database',
    help: 'Check ODOO_DB (names are case-sensitive) and that Odoo’s PostgreSQL runs.',
  },
  'psycopg2.errors.UniqueViolation': { code: 'odoo_duplicate', help: 'Such a record exists already.' },
  'psycopg2.errors.SerializationFailure': {
    code: 'odoo_concurrency',
    help: 'Two changes met. Try again.',
    retryable: true,
  },
};

/** A JSON-RPC `error` object as an {@link OdooError}. */
export function mapFault(fault: Fault): OdooError {
  const name = fault.data?.name;
  const meaning = (name === undefined ? undefined : MEANING[name]) ?? {
    code: 'odoo_server_error' as const,
    help: 'Odoo failed inside; its log has the traceback.',
  };
  const message = fault.data?.message || fault.message || 'Odoo answered with an error';
  return new OdooError(message.trim(), { ...meaning, ...(name === undefined ? {} : { odooName: name }) });
}
