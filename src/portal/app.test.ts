import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLogger, format, transports } from 'winston';
import { ANN, createFakeSessions, type FakeSessions } from '../../test/support/fake-sessions.ts';
import { type RunningPortal, startPortal } from '../../test/support/start-portal.ts';
import { createVisitor, type Visitor } from '../../test/support/visitor.ts';
import { OdooError } from '../odoo/faults.ts';
import { createOdoo } from '../odoo/model-api.ts';
import { page, redirect } from './reply.ts';
import type { PortalRoute } from './route.ts';

const service = createOdoo({ call: async () => 1 });
const form = (fields: object) => page('error', { title: 'error.kept', text: 'form.restored', form: fields });
/** A list and a form, as an addon has them; the form's page is the error page with its kept fields. */
const routes: readonly PortalRoute[] = [
  {
    method: 'get',
    path: '/my/tickets',
    handle: async ({ odoo }) => {
      await odoo.call('m', 'f', []);
      return form({ action: '/do', hidden: [], typed: [] });
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
  {
    method: 'get',
    path: '/forbidden',
    handle: async () => {
      throw new OdooError('no', { code: 'odoo_access_error' });
    },
  },
  {
    method: 'post',
    path: '/do',
    typed: { text: 'ticket.reply' },
    handle: async ({ fields, restored }) => {
      if (restored)
        return form({ action: '/do', hidden: [], typed: [{ label: 'ticket.reply', value: fields.text }] });
      if (fields.text === 'down') throw new OdooError('down', { code: 'odoo_unreachable' });
      done.push(fields.text ?? '');
      return redirect('/done');
    },
  },
];
let done: string[] = [];
let sessions: FakeSessions;
let portal: RunningPortal;
let visitor: Visitor;

async function start(options: Partial<Parameters<typeof startPortal>[0]> = {}): Promise<void> {
  await portal?.close();
  portal = await startPortal({ sessions, service, routes: [() => routes], ...options });
  visitor = createVisitor(portal.url);
}

beforeEach(async () => {
  done = [];
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
    expect(headers.get('strict-transport-security')).toContain('max-age');
  });
});

test('the portal’s own files may be kept for ever and come compressed', async () => {
  const { html } = await visitor.get('/supportdesk/login');
  const paths = [...html.matchAll(/(?:href|src)="(\/supportdesk\/assets\/[^"]+)"/g)].map(
    ([, path]) => path ?? '',
  );

  expect(paths).toHaveLength(4);
  for (const path of paths) {
    const { status, headers } = await visitor.get(path);
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(headers.get('content-encoding')).toBe('gzip');
  }
  expect((await visitor.get('/supportdesk/assets/portal.000000000000.css')).status).toBe(404);
});

test.each(['/', '/my'])('%s leads to the tickets', async (path) => {
  expect((await visitor.get(path)).location).toBe('/my/tickets');
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

  test('sends a user with two factors to Odoo', async () => {
    await start({ odooUrl: 'https://erp.example' });

    const answer = await visitor.logIn({ login: 'ann', password: 'second factor' });

    expect(answer.text).toContain('two-factor authentication');
    expect(answer.html).toContain('https://erp.example/web/login?redirect&#x3D;%2Fmy%2Ftickets');
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
    sessions.alive.set('eves', { ...ANN, name: 'Eve' });
    eve.cookies.set('session_id', 'eves');
    eve.cookies.set('supportdesk_user', visitor.cookies.get('supportdesk_user') ?? '');

    expect((await eve.get('/my/tickets')).text).toContain('Eve');
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

  test.each([
    ['/broken', 500, 'Something went wrong'],
    ['/forbidden', 403, 'No access'],
    ['/nothing', 404, 'Page not found'],
    ['/%E0%A4%A', 404, 'Page not found'],
  ])('reads a page of ours at %s', async (path, status, words) => {
    const answer = await visitor.get(path);

    expect(answer.status).toBe(status);
    expect(answer.text).toContain(words);
    expect(answer.html).not.toContain('a bug');
  });
});

describe('a form', () => {
  beforeEach(() => visitor.logIn({ login: 'ann', password: 'right' }));

  async function send(fields: Readonly<Record<string, string>>) {
    return visitor.submit(await visitor.get('/my/tickets'), '/do', fields);
  }

  test('is carried out with its token, after Odoo has been asked who sends it', async () => {
    const answer = await send({ text: 'hello' });

    expect(answer.location).toBe('/done');
    expect(done).toEqual(['hello']);
    expect(sessions.userCalls).toBe(1);
  });

  test('of another session comes back instead', async () => {
    const page = await visitor.get('/my/tickets');
    sessions.alive.set('other', ANN);
    visitor.cookies.set('session_id', 'other');

    const answer = await visitor.submit(page, '/do', { text: 'kept <b>' });

    expect([answer.status, done]).toEqual([403, []]);
    expect(answer.text).toContain('kept <b>');
  });

  test('that Odoo cannot take is shown with what was typed, ready to be sent again', async () => {
    const answer = await send({ text: 'down' });

    expect(answer.status).toBe(503);
    expect(answer.text).toMatch(/not lost Your reply down/);
    expect((await visitor.submit(answer, '/do', { text: 'up again' })).location).toBe('/done');
  });

  test('too many in a minute are stopped, and lose nothing', async () => {
    await start({ rateLimit: 2 });
    await visitor.logIn({ login: 'ann', password: 'right' });
    const answers = [await send({ text: '1' }), await send({ text: '2' }), await send({ text: 'three' })];

    expect(answers.map(({ status }) => status)).toEqual([303, 303, 429]);
    expect(answers[2]?.text).toContain('three');
  });

  test('too large is refused', async () => {
    expect((await send({ text: 'x'.repeat(300_000) })).status).toBe(413);
  });

  test('through an expired login comes back once more through a wrong password', async () => {
    const page = await visitor.get('/my/tickets');
    sessions.alive.clear();

    const login = await visitor.submit(page, '/do', { text: 'typed' });
    const wrong = await visitor.submit(login, '/supportdesk/login', { login: 'ann', password: 'no' });
    const right = await visitor.submit(wrong, '/supportdesk/login', { login: 'ann', password: 'right' });

    expect([login.status, wrong.status, right.status]).toEqual([401, 401, 200]);
    expect(right.text).toContain('Your reply typed');
    expect(done).toEqual([]);
  });
});
