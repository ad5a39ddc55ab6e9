import { OdooError } from '../../src/odoo/faults.ts';
import type { Sessions, SessionUser } from '../../src/odoo/session.ts';

export const ANN: SessionUser = {
  uid: 7,
  partnerId: 42,
  name: 'Ann Archer',
  login: 'ann@acme.example',
  lang: 'en_US',
  timeZone: 'Europe/Amsterdam',
  isInternal: false,
};

export interface FakeSessions extends Sessions {
  /** Session ids that are alive, each with its user; a test may add and delete. */
  readonly alive: Map<string, SessionUser>;
  /** How often Odoo was asked whose session it is. */
  userCalls: number;
  /** Addresses from which somebody logged in. */
  readonly addresses: (string | undefined)[];
  /** A session id that the next call hands out. */
  renewal: string | undefined;
}

/** Odoo's sessions in memory: everybody is Ann, the password is "right". */
export function createFakeSessions(user: SessionUser = ANN): FakeSessions {
  const fake: FakeSessions = {
    db: 'fake',
    alive: new Map(),
    userCalls: 0,
    addresses: [],
    renewal: undefined,
    async authenticate(_login, password, browser) {
      fake.addresses.push(browser?.address);
      if (password === 'second factor') return { sessionId: 'waiting', user: undefined };
      if (password !== 'right') throw new OdooError('no', { code: 'odoo_access_denied' });
      const sessionId = `session-${fake.alive.size + 1}`;
      fake.alive.set(sessionId, user);
      return { sessionId, user };
    },
    async user({ sessionId }) {
      fake.userCalls += 1;
      return getAlive(sessionId);
    },
    async destroy({ sessionId }) {
      fake.alive.delete(sessionId);
    },
    caller: ({ sessionId }, onRenewed) => ({
      async call(_model, method) {
        const owner = getAlive(sessionId);
        if (fake.renewal !== undefined) {
          fake.alive.set(fake.renewal, owner);
          onRenewed?.(fake.renewal);
        }
        return method === 'context_get' ? { uid: owner.uid } : { length: 0, records: [] };
      },
    }),
  };

  function getAlive(sessionId: string): SessionUser {
    const owner = fake.alive.get(sessionId);
    if (owner) return owner;
    throw new OdooError('over', { code: 'odoo_session_expired' });
  }

  return fake;
}
