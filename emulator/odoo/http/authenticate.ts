import { isApiKey } from '../behaviours/api-keys.ts';
import { isPassword } from '../behaviours/res-users.ts';
import { accessDenied, OdooFault } from '../faults.ts';
import type { Engine } from '../model.ts';
import type { Row } from '../values.ts';

export type Authenticator = ReturnType<typeof createAuthenticator>;

export function createAuthenticator(engine: Engine) {
  const attempt = createThrottle(engine);
  const users = engine.store.table('res.users');

  const check = (user: Row | undefined, password: unknown): Row => {
    if (!user || user.get('active') === false || !password || !isPassword(user, String(password))) {
      throw accessDenied();
    }
    return user;
  };

  /** A program may come with an API key instead. */
  const checkProgram = (user: Row | undefined, password: unknown): Row =>
    user?.get('active') !== false && user && isApiKey(engine, user, String(password))
      ? user
      : check(user, password);

  return {
    /** The user of a login and password, who gets a session; throws AccessDenied. */
    logIn(database: unknown, login: unknown, password: unknown, address: string): Row {
      checkDatabase(engine, database);
      return attempt(address, () => check(users.find({ login: String(login) }), password));
    },
    /** The same for a program. */
    authenticate(database: unknown, login: unknown, password: unknown, address: string): Row {
      checkDatabase(engine, database);
      return attempt(address, () => checkProgram(users.find({ login: String(login) }), password));
    },
    /** The user that `execute_kw` names, once the password is right. */
    verify(database: unknown, uid: unknown, password: unknown, address: string): Row {
      checkDatabase(engine, database);
      return attempt(address, () => checkProgram(users.get(Number(uid)), password));
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

interface Failures {
  readonly count: number;
  readonly last: number;
}

/** Failed logins are counted by client address; after so many, further ones are not even tried for a while. */
function createThrottle(engine: Engine) {
  const failures = new Map<string, Failures>();
  const parameter = (key: string, fallback: number) => {
    const row = engine.store.table('ir.config_parameter').find({ key });
    return Number(row?.get('value') ?? fallback);
  };

  function mustWait(address: string): boolean {
    const known = failures.get(address);
    const limit = parameter('base.login_cooldown_after', 5);
    if (!known || limit === 0 || known.count < limit) return false;
    return engine.clock().getTime() - known.last < parameter('base.login_cooldown_duration', 60) * 1000;
  }

  /** Throws while the address has to wait; afterwards counts the outcome of the attempt. */
  return function attempt<T>(address: string, login: () => T): T {
    if (mustWait(address)) {
      throw new OdooFault(
        'odoo.exceptions.AccessDenied',
        'Too many login failures, please wait a bit before trying again.',
      );
    }
    try {
      const result = login();
      failures.delete(address);
      return result;
    } catch (error) {
      const count = (failures.get(address)?.count ?? 0) + 1;
      failures.set(address, { count, last: engine.clock().getTime() });
      throw error;
    }
  };
}
