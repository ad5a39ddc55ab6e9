import { expect, test } from 'vitest';
import { mapFault } from './faults.ts';

/** As Odoo answers while its PostgreSQL is restarted or ends its connections. */
test.each([
  ['psycopg2.InterfaceError', 'connection already closed'],
  ['psycopg2.OperationalError', 'SSL connection has been closed unexpectedly\n'],
  ['psycopg2.errors.AdminShutdown', 'terminating connection due to administrator command\n'],
  ['psycopg2.pool.PoolError', 'The Connection Pool Is Full'],
])('%s is the database’s fault, nobody’s data', (name, message) => {
  const error = mapFault({ code: 200, message: 'Odoo Server Error', data: { name, message } });

  expect(error).toMatchObject({ code: 'odoo_database', message: message.trim(), odooName: name });
});
