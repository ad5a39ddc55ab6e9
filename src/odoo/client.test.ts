import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Reply, startServer } from '../../test/support/start-server.ts';
import { OdooClient } from './client.ts';
import type { OpenSession } from './service-session.ts';
import { createTransport } from './transport.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close();
});

const Call = z.object({
  params: z.object({ service: z.string(), method: z.string(), args: z.array(z.unknown()) }),
});

/** A client of a server that answers by method; what is not named answers true. */
async function serve(replies: Readonly<Record<string, Reply | ((turn: number) => Reply)>>) {
  const turns = new Map<string, number>();
  const server = await startServer(({ json }) => {
    const { method } = Call.parse(json).params;
    const turn = turns.get(method) ?? 0;
    turns.set(method, turn + 1);
    const reply = replies[method] ?? { json: { result: true } };
    return typeof reply === 'function' ? reply(turn) : reply;
  });
  const transport = createTransport({ baseUrl: server.url, retries: 0 });
  open.push(transport, server);
  const client = new OdooClient({ transport, db: 'erp', username: 'bot', password: 'pw' });
  const calls = () => server.requests.map(({ json }) => Call.parse(json).params);
  return { client, calls };
}

const uid = { json: { result: 7 } };
const fault = (name: string): Reply => ({ json: { error: { data: { name, message: 'no' } } } });

describe('the service account', () => {
  test('logs in once, however many calls wait for it', async () => {
    const { client, calls } = await serve({ authenticate: uid });

    await Promise.all([1, 2, 3].map((id) => client.call('res.partner', 'read', [[id]])));

    expect(calls().map(({ method }) => method)).toEqual([
      'authenticate',
      'execute_kw',
      'execute_kw',
      'execute_kw',
    ]);
  });

  test('calls with database, user and password', async () => {
    const { client, calls } = await serve({ authenticate: uid });

    await client.call('res.partner', 'write', [[1], { name: 'A' }], { context: { lang: 'nl_NL' } });

    expect(calls()[0]).toEqual({ service: 'common', method: 'authenticate', args: ['erp', 'bot', 'pw', {}] });
    expect(calls()[1]).toEqual({
      service: 'object',
      method: 'execute_kw',
      args: ['erp', 7, 'pw', 'res.partner', 'write', [[1], { name: 'A' }], { context: { lang: 'nl_NL' } }],
    });
  });

  test('speaks odoo-await’s own methods too', async () => {
    const { client, calls } = await serve({ authenticate: uid, execute_kw: { json: { result: [3] } } });

    expect(await client.search('res.partner', { name: 'A' })).toEqual([3]);
    expect(calls()[1]?.args.slice(3, 5)).toEqual(['res.partner', 'search']);
  });

  test('with a wrong password is told so, without the password', async () => {
    const { client } = await serve({ authenticate: { json: { result: false } } });

    const error: unknown = await client.connect().catch((reason: unknown) => reason);

    expect(error).toMatchObject({
      code: 'odoo_access_denied',
      message: 'Odoo does not accept the login "bot" for the database "erp"',
    });
    expect(JSON.stringify(error)).not.toContain('pw');
  });

  test('with a wrong database is told so', async () => {
    const { client } = await serve({ authenticate: fault('psycopg2.OperationalError') });

    await expect(client.connect()).rejects.toMatchObject({
      code: 'odoo_database',
      message: 'Odoo has no database "erp"',
    });
  });

  test('tries again after a login that failed', async () => {
    const { client } = await serve({
      authenticate: (turn) => (turn === 0 ? { status: 503, text: '' } : uid),
    });

    await expect(client.connect()).rejects.toMatchObject({ code: 'odoo_busy' });
    expect(await client.connect()).toBe(7);
  });
});

describe('through a session', () => {
  /** A client whose session is open, of a server that answers the session's calls so. */
  async function serveSession(reply: Reply) {
    const server = await startServer(({ path, json }) => {
      if (path.startsWith('/web/')) return reply;
      return { json: { result: Call.parse(json).params.method === 'authenticate' ? 7 : 'plain' } };
    });
    const transport = createTransport({ baseUrl: server.url, retries: 0 });
    open.push(transport, server);
    const session: OpenSession = { id: 's1', calls: 0 };
    const forgotten: OpenSession[] = [];
    const client = new OdooClient({
      ...{ transport, db: 'erp', username: 'bot', password: 'pw' },
      session: {
        current: () => session,
        noteCall: () => undefined,
        forget: (one) => forgotten.push(one),
        close: async () => undefined,
      },
    });
    return { client, server, session, forgotten };
  }

  test('a call needs no password, and heeds a new id', async () => {
    const { client, server, session } = await serveSession({
      json: { result: [1] },
      headers: { 'set-cookie': ['session_id=s2; Path=/'] },
    });

    expect(await client.call('res.partner', 'read', [[1]], { context: { lang: 'nl_NL' } })).toEqual([1]);

    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      path: '/web/dataset/call_kw/res.partner/read',
      headers: { cookie: 'session_id=s1' },
      json: {
        params: {
          model: 'res.partner',
          method: 'read',
          args: [[1]],
          kwargs: { context: { lang: 'nl_NL' } },
        },
      },
    });
    expect(session).toEqual({ id: 's2', calls: 1 });
  });

  test.each([
    ['has ended', fault('odoo.http.SessionExpiredException'), 1],
    ['is unknown where there are several databases', { status: 404, text: '<h1>Not Found</h1>' }, 1],
    ['knows no such model', fault('werkzeug.exceptions.NotFound'), 0],
  ] as const)('that %s the call is made by /jsonrpc', async (_, reply, times) => {
    const { client, session, forgotten } = await serveSession(reply);

    expect(await client.call('res.partner', 'create', [[{}]])).toBe('plain');
    expect(forgotten).toEqual(Array(times).fill(session));
  });

  test.each([
    ['answer is lost', 'reset', 'odoo_unreachable'],
    ['answer is a proxy’s', { status: 504, text: '' }, 'odoo_busy'],
    ['fault is its own', fault('odoo.exceptions.UserError'), 'odoo_user_error'],
  ] as const)('a call whose %s is made once', async (_, reply, code) => {
    const { client, server } = await serveSession(reply);

    await expect(client.call('res.partner', 'create', [[{}]])).rejects.toMatchObject({ code });
    expect(server.requests).toHaveLength(1);
  });
});

describe('version', () => {
  const version = (text: string, info: readonly (string | number)[]): Reply => ({
    json: { result: { server_version: text, server_version_info: info } },
  });

  test('accepts Odoo 18, and needs no login', async () => {
    const { client, calls } = await serve({ version: version('18.0-20250421', [18, 0, 0, 'final', 0, '']) });

    expect(await client.version()).toMatchObject({ server_version: '18.0-20250421' });
    expect(calls()).toHaveLength(1);
  });

  test.each([
    ['17.0', [17, 0]],
    ['saas~18.2', ['saas~18', 2]],
    ['19.0', [19, 0]],
  ] as const)('refuses Odoo %s', async (text, info) => {
    const { client } = await serve({ version: version(text, info) });

    await expect(client.version()).rejects.toMatchObject({
      code: 'odoo_version',
      message: `this is Odoo ${text}, and odoo-supportdesk needs Odoo 18`,
    });
  });

  test('knows another JSON-RPC server from an Odoo', async () => {
    const { client } = await serve({ version: { json: { result: 'geth/1.0' } } });

    await expect(client.version()).rejects.toMatchObject({ code: 'odoo_not_odoo' });
  });
});
