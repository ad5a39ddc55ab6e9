import { describe, expect, test } from 'vitest';
import type { Caller } from './caller.ts';
import { OdooError } from './faults.ts';
import { createServiceSession, type PlainWay, type ServiceSession } from './service-session.ts';
import type { TransportCall } from './transport.ts';

const account = { db: 'erp', username: 'bot', password: 'pw' };
const info = {
  db: 'erp',
  uid: 7,
  partner_id: 3,
  name: 'Bot',
  username: 'bot',
  is_internal_user: true,
  user_context: {},
};

/** A way to an Odoo whose account may not read parameters, and which hands out the sessions s1, s2, … */
function wayTo({ fails = () => undefined }: { readonly fails?: (path: string) => Error | undefined } = {}) {
  const calls: TransportCall[] = [];
  const pathsOf = () => calls.map(({ path }) => path);
  const service: Caller = {
    async call() {
      throw new OdooError('no right', { code: 'odoo_access_error' });
    },
  };
  const way: PlainWay = {
    service,
    transport: {
      baseUrl: 'http://odoo.test',
      async call(call) {
        calls.push(call);
        const fault = fails(call.path);
        if (fault) throw fault;
        const isLogin = call.path === '/web/session/authenticate';
        const logins = pathsOf().filter((path) => path === '/web/session/authenticate').length;
        return { result: isLogin ? info : [], setCookie: isLogin ? [`session_id=s${logins}; Path=/`] : [] };
      },
      close: () => undefined,
    },
  };
  return {
    way,
    calls,
    logins: () => pathsOf().filter((path) => path === '/web/session/authenticate').length,
  };
}

/** Calls go by `/jsonrpc`, and what they set off has come to its end. */
async function call(session: ServiceSession, way: PlainWay, times: number) {
  for (let n = 0; n < times; n += 1) session.noteCall(way);
  await new Promise((resolve) => setImmediate(resolve));
}

const use = (session: ServiceSession, times: number) => {
  const open = session.current();
  if (open) open.calls += times;
  return open;
};

describe('a session', () => {
  test('is opened once, with the tenth call', async () => {
    const { way, logins } = wayTo();
    const session = createServiceSession(account);

    await call(session, way, 9);
    expect(logins()).toBe(0);
    await call(session, way, 5);

    expect(logins()).toBe(1);
    expect(session.current()).toMatchObject({ id: 's1' });
  });

  test('that ended is followed by another, ten calls later', async () => {
    const { way, logins } = wayTo();
    const session = createServiceSession(account);
    await call(session, way, 10);
    const first = use(session, 50);

    if (first) session.forget(first);
    expect(session.current()).toBeUndefined();
    await call(session, way, 10);
    // Calls that were under way notice late.
    if (first) session.forget(first);

    expect(session.current()).toMatchObject({ id: 's2' });
    expect(logins()).toBe(2);
  });

  test('that ended at once is the last', async () => {
    const { way, logins } = wayTo();
    const session = createServiceSession(account);
    await call(session, way, 10);
    const first = use(session, 3);

    if (first) session.forget(first);
    await call(session, way, 50);

    expect(session.current()).toBeUndefined();
    expect(logins()).toBe(1);
  });

  test('that could not be opened because Odoo was busy is opened later', async () => {
    let busy = true;
    const fault = new OdooError('busy', { code: 'odoo_busy', retryable: true });
    const { way } = wayTo({ fails: () => (busy ? fault : undefined) });
    const session = createServiceSession(account);

    await call(session, way, 10);
    expect(session.current()).toBeUndefined();
    busy = false;
    await call(session, way, 10);

    expect(session.current()).toBeDefined();
  });

  test.each([
    ['/web/session/authenticate', 'odoo_access_denied'],
    ['/web/dataset/call_kw/res.users/context_get', 'odoo_session_expired'],
  ] as const)('is not tried again where %s answers %s', async (route, code) => {
    const { way, logins } = wayTo({
      fails: (path) => (path === route ? new OdooError('no', { code }) : undefined),
    });
    const session = createServiceSession(account);

    await call(session, way, 60);

    expect(session.current()).toBeUndefined();
    expect(logins()).toBe(1);
  });

  test('is ended, and not opened any more', async () => {
    const { way, calls } = wayTo();
    const session = createServiceSession(account);
    await call(session, way, 10);

    await session.close();
    await call(session, way, 20);

    expect(calls.at(-1)).toMatchObject({
      path: '/web/session/destroy',
      headers: { cookie: 'session_id=s1' },
    });
    expect(session.current()).toBeUndefined();
  });
});
