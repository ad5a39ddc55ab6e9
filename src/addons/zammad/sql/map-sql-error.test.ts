import { expect, test } from 'vitest';
import { english } from '../../../lib/phrase.ts';
import { mapSqlError } from './map-sql-error.ts';

const fail = (message: string, code?: string) => Object.assign(new Error(message), code ? { code } : {});

test.each([
  ['self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT', /sslrootcert/, false],
  ['unable to verify the first certificate', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', /sslrootcert/, false],
  ['The server does not support SSL connections', undefined, /sslmode/, false],
  ['connect ECONNREFUSED', 'ECONNREFUSED', /firewall/, true],
])('says of "%s" what to do', (message, code, help, retryable) => {
  const error = mapSqlError(fail(message, code), 'Zammad');

  expect(error.code).toBe('zammad_unreachable');
  expect(english(error.help ?? '')).toMatch(help);
  expect(error.retryable ?? false).toBe(retryable);
});
