import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createBinary } from '../../src/odoo/binary.ts';
import { OdooClient } from '../../src/odoo/client.ts';
import { createServiceSession, type ServiceSession } from '../../src/odoo/service-session.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';

/** A real Odoo hashes a password for a while. */
const SOON = { timeout: 10_000 };

let backend: Backend;
const sessions: ServiceSession[] = [];

beforeAll(async () => {
  backend = await startBackend();
});

beforeEach(() => backend.watched.clearRequests());

afterAll(async () => {
  await Promise.all(sessions.map((session) => session.close()));
  await backend?.close();
});

/** An account's client with a session of its own, which opens behind its first call. */
function connect({ password, username }: { readonly username?: string; readonly password?: string } = {}) {
  const { settings, transport } = backend;
  const account = {
    db: settings.ODOO_DB,
    username: username ?? settings.ODOO_USERNAME,
    password: password ?? settings.ODOO_PASSWORD,
  };
  const session = createServiceSession(account, { callsBefore: 1 });
  sessions.push(session);
  return { session, client: new OdooClient({ transport, session, ...account }) };
}

async function connectBySession() {
  const connected = connect();
  await connected.client.call('res.users', 'context_get', []);
  await vi.waitFor(() => expect(connected.session.current()).toBeDefined(), SOON);
  backend.watched.clearRequests();
  return connected;
}

/** Ways of the calls of a method since the requests were last cleared. */
const waysOf = (method: string) =>
  backend.watched.requests.flatMap((request) =>
    request.method === method ? [request.path.startsWith('/web/') ? 'session' : request.path] : [],
  );

const countLogins = () =>
  backend.watched.requests.filter(({ path }) => path === '/web/session/authenticate').length;

test('calls go through a session once it is open, several at once', async () => {
  const { client } = await connectBySession();

  const answers = await Promise.all(
    Array.from({ length: 6 }, () => client.call('res.partner', 'search_count', [[['id', '=', 1]]])),
  );

  expect(answers).toEqual(Array(6).fill(1));
  expect(waysOf('search_count')).toEqual(Array(6).fill('session'));
});

test('a session that has ended is noticed by each call before anything is done', async () => {
  const { session, client } = await connectBySession();
  await backend.sessions.destroy({ sessionId: session.current()?.id ?? '' });
  backend.watched.clearRequests();

  const name = `Once ${Date.now()}`;
  await Promise.all([1, 2, 3].map((n) => client.call('res.partner', 'create', [[{ name, ref: `${n}` }]])));

  expect(waysOf('create').toSorted()).toEqual([...Array(3).fill('/jsonrpc'), ...Array(3).fill('session')]);
  expect(await client.call('res.partner', 'search_count', [[['name', '=', name]]])).toBe(3);
});

test('an account with an API key gets no session, and is not asked for one again', async () => {
  const { client: admin } = await connectBySession();
  const key = await makeKey(admin);
  const { session, client } = connect({ password: key });
  backend.watched.clearRequests();

  await client.call('res.users', 'context_get', []);
  await vi.waitFor(() => expect(countLogins()).toBe(1), SOON);
  for (let n = 0; n < 3; n += 1) await client.call('res.users', 'context_get', []);

  expect(session.current()).toBeUndefined();
  expect(waysOf('context_get')).toEqual(Array(4).fill('/jsonrpc'));
  expect(countLogins()).toBe(1);
});

test('a wrong password is told as it is without a session', async () => {
  const { client } = connect({ password: 'wrong' });

  await expect(client.call('res.users', 'context_get', [])).rejects.toMatchObject({
    code: 'odoo_access_denied',
  });
  expect(countLogins()).toBe(0);
});

test('faults are the same through both doors', async () => {
  const { client } = await connectBySession();
  const faults = [
    ['no.such.model', 'read', [[1]]],
    ['res.partner', 'no_such_method', [[1]]],
    ['res.partner', '_search', [[]]],
    ['res.partner', 'read', [[1], ['no_such_field']]],
    ['res.partner', 'write', [[2 ** 31 - 1], { name: 'A' }]],
    ['res.users', 'unlink', [[1]]],
  ] as const;

  for (const [model, method, args] of faults) {
    const told = await faultOf(client.call(model, method, args));
    expect(told, `${model}.${method}`).toEqual(await faultOf(backend.client.call(model, method, args)));
    expect(told.code).toMatch(/^odoo_/);
  }
  // What has no result there has none here.
  const quiet = ['res.partner', 'check_access_rights', ['read']] as const;
  expect(await client.call(...quiet)).toEqual(await backend.client.call(...quiet));
});

test('a call has its own context and nothing of the session’s user', async () => {
  const { client } = await connectBySession();
  const action = await makeAction(client, "action = {'context': dict(env.context), 'uid': env.uid}");

  const seen = await client.call('ir.actions.server', 'run', [[action]], { context: { door: 'x' } });
  const plain = await backend.client.call('ir.actions.server', 'run', [[action]], { context: { door: 'x' } });

  expect(seen).toEqual(plain);
});

test('files go by /jsonrpc, where nobody would have to send them twice', async () => {
  const { client } = await connectBySession();
  const bytes = (async function* () {
    yield Buffer.from('hello');
  })();

  await client.call('ir.attachment', 'create', [[{ name: 'hello.txt', datas: createBinary(bytes) }]]);

  expect(waysOf('create')).toEqual(['/jsonrpc']);
});

test('Odoo’s own address stays as it is, though an administrator logs in by another', async () => {
  const before = await readAddress();
  await setParameter('web.base.url', 'https://desk.example');
  try {
    await connectBySession();
    expect(await readAddress()).toBe('https://desk.example');

    // No proxy would say that: there is no way to log in that leaves it alone.
    await setParameter('web.base.url', 'https://desk.example/odoo');
    const { session, client } = connect();
    backend.watched.clearRequests();
    await client.call('res.users', 'context_get', []);
    await vi.waitFor(
      () => expect(backend.watched.requests.map(({ path }) => path)).toContain('/web//health'),
      SOON,
    );
    await client.call('res.users', 'context_get', []);
    expect(await readAddress()).toBe('https://desk.example/odoo');
    expect(session.current()).toBeUndefined();

    await setParameter('web.base.url.freeze', 'True');
    await connectBySession();
    expect(await readAddress()).toBe('https://desk.example/odoo');
  } finally {
    await setParameter('web.base.url.freeze', false);
    await setParameter('web.base.url', before);
  }
});

test('a session ends with its client', async () => {
  const { session } = await connectBySession();
  const sessionId = session.current()?.id ?? '';

  await session.close();

  await expect(backend.sessions.user({ sessionId })).rejects.toMatchObject({ code: 'odoo_session_expired' });
});

async function makeAction(client: OdooClient, code: string): Promise<number> {
  const [model] = z
    .array(z.number())
    .parse(await client.call('ir.model', 'search', [[['model', '=', 'res.users']]]));
  const [action] = z
    .array(z.number())
    .parse(
      await client.call('ir.actions.server', 'create', [
        [{ name: 'Door', model_id: model, state: 'code', code }],
      ]),
    );
  return action ?? 0;
}

async function makeKey(client: OdooClient): Promise<string> {
  const code = "action = {'key': env['res.users.apikeys']._generate('rpc', 'door', False)}";
  const answer = await client.call('ir.actions.server', 'run', [[await makeAction(client, code)]]);
  return z.object({ key: z.string() }).parse(answer).key;
}

const readAddress = () => backend.client.call('ir.config_parameter', 'get_param', ['web.base.url']);
const setParameter = (key: string, value: unknown) =>
  backend.client.call('ir.config_parameter', 'set_param', [key, value]);

async function faultOf(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return z.object({ code: z.string(), message: z.string(), odooName: z.string() }).parse(error);
}
