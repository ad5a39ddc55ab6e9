import { isHttpError } from 'http-errors';
import { isOdooError } from '../odoo/faults.ts';

export type FailureKind =
  | 'notFound'
  | 'gone'
  | 'fileLost'
  | 'forbidden'
  | 'tooLarge'
  | 'tooMany'
  | 'unavailable'
  | 'refused'
  | 'failed';

export interface Failure {
  readonly kind: FailureKind;
  readonly status: number;
}

const BY_STATUS: Readonly<Record<number, FailureKind>> = {
  400: 'notFound',
  403: 'forbidden',
  404: 'notFound',
  410: 'gone',
  413: 'tooLarge',
  429: 'tooMany',
};

/** The code of an error that says that a file is known, and its bytes are gone. */
export const FILE_LOST = 'file_lost';

/** What a customer is told of an error, whatever it was. */
export function mapFailure(error: unknown): Failure {
  if (isUnavailable(error)) return { kind: 'unavailable', status: 503 };
  if (isOdooError(error, 'odoo_access_error')) return { kind: 'forbidden', status: 403 };
  // Forms are checked before: what Odoo has against one was added to it by hand, and only its people can help.
  if (isOdooError(error, 'odoo_validation', 'odoo_user_error')) return { kind: 'refused', status: 500 };
  if (isHttpError(error) && error.code === FILE_LOST) return { kind: 'fileLost', status: 404 };
  const kind = isHttpError(error) ? BY_STATUS[error.status] : undefined;
  return isHttpError(error) && kind ? { kind, status: error.status } : { kind: 'failed', status: 500 };
}

/** Odoo is down, too slow, or does not let our service account in: trying again later may help. */
export function isUnavailable(error: unknown): boolean {
  return isOdooError(
    error,
    'odoo_unreachable',
    'odoo_timeout',
    'odoo_busy',
    'odoo_concurrency',
    'odoo_database',
    'odoo_not_odoo',
    'odoo_access_denied',
  );
}
