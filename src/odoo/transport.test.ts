import { afterEach, describe, expect, test } from 'vitest';
import { type Reply, startServer } from '../../test/support/start-server.ts';
import { createTransport, type TransportCall } from './transport.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close();
});

async function serve(reply: Reply) {
  const server = await startServer(() => reply);
  const transport = createTransport({ baseUrl: server.url, timeoutMs: 1_000, retries: 0 });
  open.push(transport, server);
  return { server, transport };
}

const call: TransportCall = { path: '/jsonrpc', params: { service: 'common' }, retry: false };
const fault = (name: string, message = 'Erreur'): Reply => ({
  json: {
    jsonrpc: '2.0',
    id: null,
    error: { code: 200, message: 'Odoo Server Error', data: { name, message } },
  },
});

describe('a call', () => {
  test('is a JSON-RPC request, and its result comes back with the cookies', async () => {
    const { server, transport } = await serve({
      json: { jsonrpc: '2.0', result: [1] },
      headers: { 'set-cookie': ['session_id=abc; Path=/', 'frontend_lang=en_US'] },
    });

    const answer = await transport.call({ ...call, headers: { cookie: 'session_id=old' } });

    expect(answer).toEqual({ result: [1], setCookie: ['session_id=abc; Path=/', 'frontend_lang=en_US'] });
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      path: '/jsonrpc',
      headers: { cookie: 'session_id=old' },
      json: { jsonrpc: '2.0', method: 'call', params: { service: 'common' } },
    });
  });

  test('may have the result null or false', async () => {
    expect((await (await serve({ json: { result: null } })).transport.call(call)).result).toBeNull();
    expect((await (await serve({ json: { result: false } })).transport.call(call)).result).toBe(false);
  });

  test.each([
    ['odoo.exceptions.AccessDenied', 'odoo_access_denied'],
    ['odoo.exceptions.AccessError', 'odoo_access_error'],
    ['odoo.exceptions.MissingError', 'odoo_missing'],
    ['odoo.exceptions.UserError', 'odoo_user_error'],
    ['odoo.exceptions.ValidationError', 'odoo_validation'],
    ['odoo.http.SessionExpiredException', 'odoo_session_expired'],
    ['builtins.ValueError', 'odoo_value'],
    ['builtins.AttributeError', 'odoo_unknown_method'],
    ['psycopg2.errors.UniqueViolation', 'odoo_duplicate'],
    ['some.module.NewError', 'odoo_server_error'],
  ])('that ends in %s fails with %s, whatever the language', async (odooName, code) => {
    const { transport } = await serve(fault(odooName));

    await expect(transport.call(call)).rejects.toMatchObject({
      name: 'OdooError',
      code,
      odooName,
      message: 'Erreur',
    });
  });

  test('that met another change may be tried again', async () => {
    const { transport } = await serve(fault('psycopg2.errors.SerializationFailure'));

    await expect(transport.call(call)).rejects.toMatchObject({ code: 'odoo_concurrency', retryable: true });
  });

  test('that an HTML page answers has the wrong address', async () => {
    const { transport, server } = await serve({ text: '<!doctype html><title>Shop</title>' });

    await expect(transport.call(call)).rejects.toMatchObject({
      code: 'odoo_not_odoo',
      message: `${server.url} does not answer the way Odoo does (HTTP 200)`,
    });
  });

  test.each([429, 502, 503, 504])('that a proxy answers with %i finds Odoo busy', async (status) => {
    const { transport } = await serve({ status, text: '<h1>Bad Gateway</h1>' });

    await expect(transport.call(call)).rejects.toMatchObject({ code: 'odoo_busy', retryable: true });
  });

  test('that takes too long is timed out, one that nobody takes is unreachable', async () => {
    const { transport } = await serve('hang');
    const gone = await serve({});
    await gone.server.close();

    await expect(transport.call(call)).rejects.toMatchObject({ code: 'odoo_timeout', retryable: true });
    await expect(gone.transport.call(call)).rejects.toMatchObject({
      code: 'odoo_unreachable',
      retryable: true,
    });
  });
});
