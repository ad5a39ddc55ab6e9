import { isPassword } from '../behaviours/res-users.ts';
import { accessDenied, OdooFault } from '../faults.ts';
import type { Engine } from '../model.ts';
import type { Row } from '../values.ts';
import type { LoginThrottle } from './login-throttle.ts';

export interface Authenticator {
  /** The user of a login and password; throws AccessDenied. */
  login(database: unknown, login: unknown, password: unknown, address: string): Row;
  /** The user that `execute_kw` names, once the password is right. */
  verify(database: unknown, uid: unknown, password: unknown, address: string): Row;
}

export function createAuthenticator(engine: Engine, throttle: LoginThrottle): Authenticator {
  const users = engine.store.table('res.users');

  const check = (user: Row | undefined, password: unknown): Row => {
    if (!user || user.get('active') === false || !password || !isPassword(user, String(password))) {
      throw accessDenied();
    }
    return user;
  };

  return {
    login(database, login, password, address) {
      checkDatabase(engine, database);
      return throttle.attempt(address, () => check(users.find({ login: String(login) }), password));
    },
    verify(database, uid, password, address) {
      checkDatabase(engine, database);
      return throttle.attempt(address, () => check(users.get(Number(uid)), password));
    },
  };
}

function checkDatabase(engine: Engine, database: unknown) {
  if (database === engine.database) return;
  throw new OdooFault(
    'psycopg2.OperationalError',
    `connection to server at "127.0.0.1", port 5432 failed: FATAL:  database "${String(database)}" does not exist\n`,
  );
}
