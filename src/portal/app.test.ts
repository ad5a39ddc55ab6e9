import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLogger, format, transports } from 'winston';
import { createReadingService } from '../../test/support/create-reading-service.ts';
import { ANN, createFakeSessions, type FakeSessions } from '../../test/support/fake-sessions.ts';
import { type RunningPortal, startPortal } from '../../test/support/start-portal.ts';
import { createVisitor, type Visitor } from '../../test/support/visitor.ts';
import { mapFault, OdooError } from '../odoo/faults.ts';
import { createIdentityTokens } from './identity-token.ts';
import { page } from './reply.ts';
import type { PortalRoute } from './route.ts';

const service = createReadingService();
const plain = page('error', { title: 'error.kept', text: 'form.restored', form: undefined });
const routes: readonly PortalRoute[] = [
  {
    method: 'get',
    path: '/my/tickets',
    handle: async ({ reader }) => {
      await reader.call('m', 'search', [[]]);
      return plain;
    },
  },
  { method: 'get', path: '/slow', handle: () => new Promise(() => undefined) },
  {
    method: 'get',
    path: '/broken',
    handle: async () => {
      throw new Error('a bug <b>');
    },
  },
  { method: 'get', path: '/named/:name', handle: async () => plain },
  {
    method: 'get',
    path: '/lost',
    handle: async () => {
      throw mapFault({ data: { name: 'psycopg2.InterfaceError', message: 'connection already closed' } });
    },
  },
  {
    method: 'get',
    path: '/forbidden',
    handle: async () => {
      throw new OdooError('no', { code: 'odoo_access_error' });
    },
  },
];
let sessions: FakeSessions;
let portal: RunningPortal;
let visitor: Visitor;

async function start(options: Partial<Parameters<typeof startPortal>[0]> = {}): Promise<void> {
  await portal?.close();
  portal = await startPortal({ sessions, service, routes: [() => routes], ...options });
  visitor = createVisitor(portal.url);
}

beforeEach(async () => {
  sessions = createFakeSessions();
  await start();
});
afterEach(() => portal.close());

describe('every answer', () => {
  test('forbids what the pages do not need', async () => {
    const { headers } = await visitor.get('/supportdesk/login');

    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  test('is one line in the log, without query, cookies or what was typed', async () => {
    const stream = new PassThrough();
    const lines: string[] = [];
    stream.on('data', (line) => lines.push(String(line)));
    await start({
      log: createLogger({ format: format.json(), transports: [new transports.Stream({ stream })] }),
    });

    await visitor.logIn({ login: 'ann@acme.example', password: 'right' });
    await visitor.get('/my/tickets?secret=1');

    expect(lines).toHaveLength(3);
    expect(lines.join('')).not.toMatch(/secret|ann@|right|session-|csrf/);
  });

  test('behind TLS only sends cookies that stay behind TLS', async () => {
    await start({ publicUrl: 'https://support.example' });

    const { headers } = await visitor.get('/supportdesk/login');

    expect(headers.getSetCookie().every((cookie) => /HttpOnly.*Secure.*SameSite=Lax/.test(cookie))).toBe(
      true,
    );
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  });
});

test('the portal’s own files may be kept for ever and come compressed', async () => {
  const { html } = await visitor.get('/supportdesk/login');
  const paths = [...html.matchAll(/(?:href|src)="(\/supportdesk\/static\/[^"]+)"/g)].map(
    ([, path]) => path ?? '',
  );

  expect(paths).toHaveLength(4);
  for (const path of paths) {
    const { status, headers } = await visitor.get(path);
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(headers.get('content-encoding')).toBe('gzip');
  }
  expect((await visitor.get('/supportdesk/static/portal.000000000000.css')).status).toBe(404);
});

test('the host name alone leads home', async () => {
  expect((await visitor.get('/')).location).toBe('/my');
});

describe('the login', () => {
  test('tells Odoo the address that the proxy in front names, and no other', async () => {
    const ask = async () => {
      const login = await visitor.get('/supportdesk/login');
      const token = /name="csrf_token" value="([^"]+)"/.exec(login.html)?.[1] ?? '';
      const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      await fetch(`${portal.url}/supportdesk/login`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie, 'x-forwarded-for': '203.0.113.9' },
        body: new URLSearchParams({ login: 'ann', password: 'right', csrf_token: token }),
      });
    };

    await ask();
    await start({ trustProxy: 'loopback' });
    await ask();

    expect(sessions.addresses.at(-1)).toBe('203.0.113.9');
    expect(sessions.addresses[0]).toMatch(/127\.0\.0\.1/);
  });

  test('sends a user with two factors to Odoo where the address is the same, with the session that waits', async () => {
    await start({ publicUrl: 'http://erp.example', odooUrl: 'http://erp.example' });

    const answer = await visitor.logIn({ login: 'ann', password: 'second factor' });

    expect(answer.location).toBe('http://erp.example/web/login/totp?redirect=%2Fmy%2Ftickets');
    expect(visitor.cookies.get('session_id')).toBe('waiting');
    expect((await visitor.get('/my/tickets')).status).toBe(303);
  });

  test('tells a user with two factors where Odoo has another address, and starts nothing', async () => {
    const answer = await visitor.logIn({ login: 'ann', password: 'second factor' });

    expect(answer.status).toBe(401);
    expect(answer.text).toContain('two-factor authentication');
    expect(visitor.cookies.has('session_id')).toBe(false);
  });

  test('refuses a form that is not its own', async () => {
    const answer = await visitor.post('/supportdesk/login', { login: 'ann', password: 'right' });

    expect(answer.status).toBe(403);
    expect(visitor.cookies.has('session_id')).toBe(false);
  });

  test('never leads to another site', async () => {
    const login = await visitor.get('/supportdesk/login?redirect=//evil.example');

    const answer = await visitor.submit(login, '/supportdesk/login', { login: 'ann', password: 'right' });

    expect(answer.location).toBe('/my/tickets');
  });

  test('speaks the browser’s language', async () => {
    const { html } = await visitor.get('/supportdesk/login', { 'accept-language': 'de, nl;q=0.8' });

    expect(html).toContain('<html lang="nl">');
    expect(html).toContain('Inloggen');
  });
});

describe('the logout', () => {
  test('makes the browser forget, also when Odoo cannot be told', async () => {
    await visitor.logIn({ login: 'ann', password: 'right' });
    const list = await visitor.get('/supportdesk/unknown');
    sessions.destroy = () => Promise.reject(new OdooError('down', { code: 'odoo_unreachable' }));

    const answer = await visitor.submit(list, '/supportdesk/logout', {});

    expect(answer.status).toBe(503);
    expect([...visitor.cookies.keys()]).toEqual(['supportdesk_csrf']);
  });

  test('needs the form’s token: no other site can log a customer out', async () => {
    await visitor.logIn({ login: 'ann', password: 'right' });

    await visitor.post('/supportdesk/logout', {});

    expect((await visitor.get('/my/tickets')).status).toBe(200);
  });
});

describe('a customer', () => {
  beforeEach(() => visitor.logIn({ login: 'ann', password: 'right' }));

  test('is asked for once in Odoo, not on every page', async () => {
    await visitor.get('/my/tickets');
    visitor.cookies.delete('supportdesk_user');
    await visitor.get('/my/tickets');
    await visitor.get('/my/tickets');

    expect(sessions.userCalls).toBe(1);
  });

  test('cannot pass for another by another’s cookie', async () => {
    const eve = createVisitor(portal.url);
    sessions.alive.set('eves', { ...ANN, name: 'Zoë Zonder' });
    eve.cookies.set('session_id', 'eves');
    eve.cookies.set('supportdesk_user', visitor.cookies.get('supportdesk_user') ?? '');

    expect((await eve.get('/my/tickets')).text).toContain('Zoë Zonder');
  });

  test('is not asked to log in again after an upgrade, as long as Odoo’s session holds', async () => {
    const older = createIdentityTokens('a secret for tests', 'fake', { now: () => new Date() });
    const { lang: _lang, ...less } = ANN;
    visitor.cookies.set('supportdesk_user', older.sign(Object.assign(less), 'session-1'));

    expect((await visitor.get('/my/tickets')).status).toBe(200);
    expect(sessions.userCalls).toBe(1);
    sessions.alive.clear();
    visitor.cookies.set('supportdesk_user', older.sign(Object.assign(less), 'session-1'));
    expect((await visitor.get('/my/tickets')).location).toMatch(/^\/supportdesk\/login/);
  });

  test('gets the new session that Odoo hands out on the way', async () => {
    sessions.renewal = 'renewed';

    await visitor.get('/my/tickets');
    sessions.alive.delete('session-1');

    expect(visitor.cookies.get('session_id')).toBe('renewed');
    expect((await visitor.get('/my/tickets')).status).toBe(200);
    expect(sessions.userCalls).toBe(0);
  });

  test('reads the page in the language of their Odoo user', async () => {
    sessions = createFakeSessions({ ...ANN, lang: 'th_TH' });
    await start();
    await visitor.logIn({ login: 'ann', password: 'right' });

    expect((await visitor.get('/my/tickets')).html).toContain('<html lang="th">');
  });

  test('is told when Odoo is too slow', async () => {
    await start({ deadlineMs: 50 });
    await visitor.logIn({ login: 'ann', password: 'right' });

    const { status, text } = await visitor.get('/slow');

    expect(status).toBe(503);
    expect(text).toContain('We will be right back');
  });

  test('is offered to try again where that may help, and no way back to where they are', async () => {
    await start({ deadlineMs: 50 });
    await visitor.logIn({ login: 'ann', password: 'right' });

    expect((await visitor.get('/slow?a=b')).html).toMatch(/href="\/slow\?a&#x3D;b">Try again</);
    expect((await visitor.get('/forbidden')).text).not.toContain('Try again');
    expect((await visitor.get('/forbidden')).text).toContain('Go to my tickets');
  });

  test.each([
    ['/broken', 500, 'Something went wrong'],
    ['/forbidden', 403, 'No access'],
    ['/nothing', 404, 'Page not found'],
    ['/%E0%A4%A', 404, 'Page not found'],
    ['/named/%E0%A4%A', 400, 'That did not arrive whole'],
    ['/lost', 503, 'We will be right back'],
  ])('reads a page of ours at %s', async (path, status, words) => {
    const answer = await visitor.get(path);

    expect(answer.status).toBe(status);
    expect(answer.text).toContain(words);
    expect(answer.html).not.toContain('a bug');
  });
});
