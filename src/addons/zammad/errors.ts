import { AppError } from '../../lib/errors.ts';
import type { Told } from '../../lib/phrase.ts';

export type ZammadErrorCode =
  | 'zammad_unreachable'
  | 'zammad_timeout'
  | 'zammad_wrong_token'
  | 'zammad_no_right'
  | 'zammad_maintenance'
  | 'zammad_missing'
  | 'zammad_file_unreadable'
  | 'zammad_refused'
  | 'zammad_busy'
  | 'zammad_server_error'
  | 'zammad_unexpected'
  | 'zammad_implausible'
  | 'zammad_not_zammad'
  | 'zammad_wrong_login'
  | 'zammad_bad_query';

/** Anything that went wrong between us and Zammad. */
export class ZammadError extends AppError {
  override readonly name = 'ZammadError';
  declare readonly code: ZammadErrorCode;

  constructor(
    what: Told,
    options: { code: ZammadErrorCode; help: Told; retryable?: boolean; cause?: unknown },
  ) {
    super(what, options);
  }
}

export function isZammadError(error: unknown, ...codes: readonly ZammadErrorCode[]): error is ZammadError {
  return error instanceof ZammadError && (codes.length === 0 || codes.includes(error.code));
}
