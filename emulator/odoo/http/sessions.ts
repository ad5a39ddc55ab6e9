import { randomBytes } from 'node:crypto';
import { passwordOf } from '../behaviours/res-users.ts';
import { OdooFault } from '../faults.ts';
import type { Engine } from '../model.ts';
import type { Row, Stored } from '../values.ts';

interface Session {
  readonly uid: number | undefined;
  readonly password: Stored;
  readonly expires: number;
  /** Odoo hands the cookie out once more with the first answer after a login. */
  fresh: boolean;
}

const lifetimeSeconds = 604_800;

/** Sessions by cookie. A changed password or an archived user ends them, as their token no longer fits. */
export function createSessions(engine: Engine) {
  const sessions = new Map<string, Session>();
  const users = engine.store.table('res.users');

  function start(session: Omit<Session, 'expires' | 'fresh'>): string {
    const id = randomBytes(63).toString('base64url');
    const now = engine.clock().getTime();
    sessions.set(id, { ...session, expires: now + lifetimeSeconds * 1000, fresh: session.uid !== undefined });
    return cookieOf(id, now);
  }

  return {
    /** Starts a session for a user and gives the cookie that carries it. */
    open: (user: Row) => start({ uid: user.id, password: passwordOf(user) }),
    /** Ends the session of a cookie header; the new cookie belongs to nobody. */
    close(cookieHeader: string | undefined): string {
      sessions.delete(sessionIdOf(cookieHeader));
      return start({ uid: undefined, password: false });
    },
    /** The cookie to send along with an answer, if any: once after a login, and to whoever has none. */
    cookieFor(cookieHeader: string | undefined): string | undefined {
      const id = sessionIdOf(cookieHeader);
      const session = sessions.get(id);
      if (!session) return start({ uid: undefined, password: false });
      if (!session.fresh) return undefined;
      session.fresh = false;
      return cookieOf(id, engine.clock().getTime());
    },
    /** The user of a cookie header; throws SessionExpiredException. */
    getUid(cookieHeader: string | undefined): number {
      const session = sessions.get(sessionIdOf(cookieHeader));
      const user = users.get(session?.uid ?? 0);
      const alive = session && user && session.expires > engine.clock().getTime();
      if (!alive || user.get('active') === false || passwordOf(user) !== session.password) throw expired();
      return user.id;
    },
  };
}

function cookieOf(id: string, now: number): string {
  const year = new Date(now + 365 * 86_400_000).toUTCString();
  return `session_id=${id}; Expires=${year}; Max-Age=${lifetimeSeconds}; HttpOnly; Path=/`;
}

const expired = () => new OdooFault('odoo.http.SessionExpiredException', 'Session expired');

const sessionIdOf = (header: string | undefined) =>
  /(?:^|;\s*)session_id=([^;]*)/.exec(header ?? '')?.[1] ?? '';
