import { describe, expect, test } from 'vitest';
import { OdooError } from './faults.ts';
import { createSessions } from './session.ts';
import type { TransportAnswer, TransportCall } from './transport.ts';

const info = {
  db: 'erp',
  uid: 9,
  partner_id: 31,
  name: 'Ann',
  username: 'ann@acme.example',
  is_internal_user: false,
  user_context: { lang: 'nl_NL', tz: 'Europe/Amsterdam', uid: 9 },
  more: 'that we do not use',
};

/** Sessions over a transport that answers `answer` and notes what it was asked. */
function sessionsAnswering(answer: Partial<TransportAnswer> | Error) {
  const calls: TransportCall[] = [];
  const sessions = createSessions({
    db: 'erp',
    transport: {
      baseUrl: 'http://odoo.test',
      async call(call) {
        calls.push(call);
        if (answer instanceof Error) throw answer;
        return { result: null, setCookie: [], ...answer };
      },
      close: () => undefined,
    },
  });
  return { sessions, calls };
}

const cookie = 'session_id=s%2F1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; HttpOnly; Path=/';

describe('authenticate', () => {
  test('answers the session and whose it is, and tells Odoo of the customer’s browser', async () => {
    const { sessions, calls } = sessionsAnswering({ result: info, setCookie: ['other=1', cookie] });

    const login = await sessions.authenticate('ann@acme.example', 'pw', {
      address: '203.0.113.7',
      timeZone: 'Asia/Bangkok',
    });

    expect(login).toEqual({
      sessionId: 's/1',
      user: {
        uid: 9,
        partnerId: 31,
        name: 'Ann',
        login: 'ann@acme.example',
        lang: 'nl_NL',
        timeZone: 'Europe/Amsterdam',
        isInternal: false,
      },
    });
    expect(calls[0]).toMatchObject({
      path: '/web/session/authenticate',
      params: { db: 'erp', login: 'ann@acme.example', password: 'pw' },
      // Odoo believes the one header only beside the other.
      headers: {
        'x-forwarded-for': '203.0.113.7',
        'x-forwarded-host': 'odoo.test',
        cookie: 'tz=Asia/Bangkok',
      },
      retry: false,
    });
  });

  test('knows a login that waits for its second factor', async () => {
    const { sessions } = sessionsAnswering({ result: { uid: null }, setCookie: [cookie] });

    expect((await sessions.authenticate('ann', 'pw')).user).toBeUndefined();
  });

  test('is no success without a session', async () => {
    const { sessions } = sessionsAnswering({ result: info });

    await expect(sessions.authenticate('ann', 'pw')).rejects.toMatchObject({ code: 'odoo_server_error' });
  });
});

describe('user', () => {
  test('reads whose session it is, also without a time zone', async () => {
    const { sessions, calls } = sessionsAnswering({ result: { ...info, user_context: { tz: false } } });

    expect(await sessions.user({ sessionId: 's/1' })).toMatchObject({ lang: 'en_US', timeZone: undefined });
    expect(calls[0]).toMatchObject({
      path: '/web/session/get_session_info',
      headers: { cookie: 'session_id=s%2F1' },
      retry: true,
    });
  });

  test('knows no time zone that nobody else knows', async () => {
    const { sessions } = sessionsAnswering({ result: { ...info, user_context: { tz: 'Factory' } } });

    expect((await sessions.user({ sessionId: 's' })).timeZone).toBeUndefined();
  });

  test('takes a visitor’s session for an expired one', async () => {
    const { sessions } = sessionsAnswering({ result: { uid: null, is_website_user: true } });

    await expect(sessions.user({ sessionId: 'x' })).rejects.toMatchObject({ code: 'odoo_session_expired' });
  });

  test('takes a session of another database on the same server for an expired one', async () => {
    const { sessions } = sessionsAnswering({ result: { ...info, db: 'playground' } });

    await expect(sessions.user({ sessionId: 'x' })).rejects.toMatchObject({ code: 'odoo_session_expired' });
  });

  test('takes a route that Odoo does not find for an expired session', async () => {
    const pageNotFound = new OdooError('404', { code: 'odoo_not_odoo', httpStatus: 404 });

    await expect(sessionsAnswering(pageNotFound).sessions.user({ sessionId: 'x' })).rejects.toMatchObject({
      code: 'odoo_session_expired',
    });
  });

  test('sends a session id that cannot carry another header or cookie', async () => {
    const { sessions, calls } = sessionsAnswering({ result: info });

    await sessions.user({ sessionId: 'a; admin=1\r\nx: y' });

    expect(calls[0]?.headers?.cookie).toBe('session_id=a%3B%20admin%3D1%0D%0Ax%3A%20y');
  });
});

describe('caller', () => {
  test('calls as the customer, and retries only what the call allows', async () => {
    const { sessions, calls } = sessionsAnswering({ result: [] });
    const caller = sessions.caller({ sessionId: 'abc' });

    await caller.call('x_support.ticket', 'web_search_read', [], { domain: [] }, { retry: true });
    await caller.call('x_support.ticket', 'write', [[1], {}]);

    expect(calls[0]).toMatchObject({
      path: '/web/dataset/call_kw/x_support.ticket/web_search_read',
      params: { model: 'x_support.ticket', method: 'web_search_read', args: [], kwargs: { domain: [] } },
      headers: { cookie: 'session_id=abc' },
      retry: true,
    });
    expect(calls[1]?.retry).toBe(false);
  });

  test('passes on a session that Odoo renews, and no other', async () => {
    const renewed: string[] = [];
    const note = (sessionId: string) => renewed.push(sessionId);

    for (const setCookie of [[], ['session_id=abc; Path=/'], ['session_id=new; Path=/']]) {
      const { sessions } = sessionsAnswering({ setCookie });
      await sessions.caller({ sessionId: 'abc' }, note).call('res.users', 'read', [[1]]);
    }

    expect(renewed).toEqual(['new']);
  });
});

describe('destroy', () => {
  test('is content where the session is gone already, and with nothing else', async () => {
    const failing = (code: 'odoo_session_expired' | 'odoo_busy') =>
      sessionsAnswering(new OdooError('no', { code })).sessions.destroy({ sessionId: 'x' });

    await expect(failing('odoo_session_expired')).resolves.toBeUndefined();
    await expect(failing('odoo_busy')).rejects.toMatchObject({ code: 'odoo_busy' });
  });
});
