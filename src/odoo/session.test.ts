import { expect, test } from 'vitest';
import { createSessions } from './session.ts';
import type { Transport, TransportCall } from './transport.ts';

const SESSION_INFO = {
  db: 'shop',
  uid: 7,
  partner_id: 42,
  name: 'Ann Archer',
  username: 'ann@acme.example',
  is_internal_user: false,
  user_context: { lang: 'nl_NL', tz: false },
};

function sessionsOver(answer: { result: unknown; setCookie?: readonly string[] }) {
  const calls: TransportCall[] = [];
  const transport: Transport = {
    baseUrl: 'http://odoo.internal:8069',
    close: () => undefined,
    call: async (call) => {
      calls.push(call);
      return { setCookie: [], ...answer };
    },
  };
  return { calls, sessions: createSessions({ transport, db: 'shop' }) };
}

test('a login tells Odoo the customer’s address in the way that Odoo believes', async () => {
  const { calls, sessions } = sessionsOver({ result: SESSION_INFO, setCookie: ['session_id=abc; Path=/'] });

  const { sessionId, user } = await sessions.authenticate('ann@acme.example', 'secret', '203.0.113.9');

  expect(sessionId).toBe('abc');
  expect(user).toMatchObject({ uid: 7, partnerId: 42, lang: 'nl_NL', timeZone: undefined });
  expect(calls[0]?.headers).toEqual({
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-host': 'odoo.internal:8069',
  });
});

test('a login that waits for a second factor is its own error', async () => {
  const { sessions } = sessionsOver({ result: { uid: null }, setCookie: ['session_id=abc; Path=/'] });

  await expect(sessions.authenticate('ann', 'secret')).rejects.toMatchObject({ code: 'odoo_two_factor' });
});

test('a visitor’s session belongs to nobody', async () => {
  const { sessions } = sessionsOver({ result: { uid: null, is_website_user: true } });

  await expect(sessions.user({ sessionId: 'x' })).rejects.toMatchObject({ code: 'odoo_session_expired' });
});

test('a session of another database on the same server belongs to nobody here', async () => {
  const { sessions } = sessionsOver({ result: { ...SESSION_INFO, db: 'playground' } });

  await expect(sessions.user({ sessionId: 'x' })).rejects.toMatchObject({ code: 'odoo_session_expired' });
});

test('a session id cannot carry another header or cookie', async () => {
  const { calls, sessions } = sessionsOver({ result: SESSION_INFO });

  await sessions.user({ sessionId: 'a; admin=1\r\nx: y' });

  expect(calls[0]?.headers?.cookie).toBe('session_id=a%3B%20admin%3D1%0D%0Ax%3A%20y');
});

test('a new session id is heard of', async () => {
  const { sessions } = sessionsOver({ result: 1, setCookie: ['session_id=new; Path=/; HttpOnly'] });
  const heard: string[] = [];

  await sessions.caller({ sessionId: 'old' }, (id) => heard.push(id)).call('res.users', 'read', []);

  expect(heard).toEqual(['new']);
});
