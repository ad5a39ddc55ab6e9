import { afterEach, beforeEach, expect, test } from 'vitest';
import { createReadingService } from '../../test/support/create-reading-service.ts';
import { createFakeSessions, type FakeSessions } from '../../test/support/fake-sessions.ts';
import { type RunningPortal, startPortal } from '../../test/support/start-portal.ts';
import { createVisitor, type Visitor } from '../../test/support/visitor.ts';
import { page, redirect } from './reply.ts';
import type { PortalRoute, VisitorRoute } from './route.ts';

const form = page('error', {
  title: 'error.kept',
  text: 'form.restored',
  form: { action: '/do', hidden: [], typed: [] },
});
const routes: readonly (PortalRoute | VisitorRoute)[] = [
  { method: 'get', path: '/form', handle: async () => form },
  { method: 'post', path: '/do', handle: async ({ restored }) => (restored ? form : redirect('/done')) },
  { method: 'visit', path: '/by-link', handle: async () => form },
];
let sessions: FakeSessions;
let portal: RunningPortal;
let visitor: Visitor;

beforeEach(async () => {
  sessions = createFakeSessions();
  portal = await startPortal({
    sessions,
    service: createReadingService(),
    routes: [() => routes],
    rateLimit: 3,
    trustProxy: 1,
  });
  visitor = createVisitor(portal.url);
  await visitor.logIn({ login: 'ann', password: 'right' });
});
afterEach(() => portal.close());

async function statuses(times: number, send: () => Promise<{ readonly status: number }>) {
  const found: number[] = [];
  for (let time = 0; time < times; time += 1) found.push((await send()).status);
  return found;
}

test('a customer who throws away the cookie that names them may send no more than others', async () => {
  const before = await visitor.get('/form');
  const send = () => visitor.submit(before, '/do', {});
  const sendNameless = () => {
    visitor.cookies.delete('supportdesk_user');
    return send();
  };

  expect(await statuses(2, send)).toEqual([303, 303]);
  expect(await statuses(3, sendNameless)).toEqual([303, 429, 429]);
  expect(await statuses(1, send)).toEqual([429]);
});

test('who is nobody is asked for in Odoo so often and no more', async () => {
  const before = await visitor.get('/form');
  sessions.alive.clear();
  visitor.cookies.delete('supportdesk_user');

  expect(await statuses(5, () => visitor.submit(before, '/do', {}))).toEqual([401, 401, 401, 429, 429]);
  expect(sessions.userCalls).toBe(3);
});

test('the language may be changed so often and no more', async () => {
  const before = await visitor.get('/form');
  const change = () => visitor.submit(before, '/supportdesk/language', { language: 'nl', redirect: '/form' });

  const found = await statuses(4, change);

  expect(found.map((status) => status === 429)).toEqual([false, false, false, true]);
});

test('logins are counted by address, whatever port the balancer writes beside it', async () => {
  const nobody = createVisitor(portal.url);
  const { html } = await nobody.get('/supportdesk/login');
  const token = /name="csrf_token" value="([^"]+)"/.exec(html)?.[1] ?? '';
  let port = 50_000;
  const logIn = () => {
    port += 1;
    return fetch(`${portal.url}/supportdesk/login`, {
      method: 'POST',
      headers: {
        cookie: [...nobody.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-forwarded-for': `203.0.113.9:${port}`,
      },
      body: new URLSearchParams({ login: 'ann', password: 'no', csrf_token: token }),
    });
  };

  expect(await statuses(4, logIn)).toEqual([401, 401, 401, 429]);
  expect(new Set(sessions.addresses.slice(1))).toEqual(new Set(['203.0.113.9']));
});

test('an address opens so many pages by link and no more, and logs out within the same count', async () => {
  const stranger = createVisitor(portal.url);
  const { html } = await stranger.get('/supportdesk/login');
  const csrf_token = /name="csrf_token" value="([^"]+)"/.exec(html)?.[1] ?? '';

  const opened = await statuses(11, () => stranger.get('/by-link'));
  const left = await statuses(2, () => stranger.post('/supportdesk/logout', { csrf_token }));
  const more = await statuses(1, () => stranger.get('/by-link'));

  expect(new Set(opened)).toEqual(new Set([200]));
  expect(left).toEqual([303, 429]);
  expect(more).toEqual([429]);
});
