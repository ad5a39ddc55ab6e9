import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Reply, startServer, type TestServer } from '../../test/support/start-server.ts';
import { createHttp, type HttpOptions } from './http.ts';
import type { retryDelay } from './retry-delay.ts';

// Waiting is proven in retry-delay.test.ts; here it would only be slow.
const delayOf = vi.fn<typeof retryDelay>(() => 1);

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close();
  delayOf.mockClear();
});

async function serve(reply: (index: number) => Reply | Promise<Reply>, options: Partial<HttpOptions> = {}) {
  const server: TestServer = await startServer((_, index) => reply(index));
  const http = createHttp({ baseUrl: server.url, delayOf, ...options });
  open.push(http, server);
  return { server, http };
}

const safe = { method: 'POST', path: '/', json: { a: 1 }, retry: true } as const;
const unsafe = { ...safe, retry: false } as const;

describe('a request', () => {
  test('carries its JSON, its headers and those of the client', async () => {
    const { server, http } = await serve(() => ({ json: { ok: true } }), { headers: { 'x-client': 'us' } });

    const answer = await http.request({ ...safe, path: '/a', headers: { 'x-call': 'one' } });

    expect(JSON.parse(answer.body)).toEqual({ ok: true });
    expect(server.requests[0]).toMatchObject({
      path: '/a',
      json: { a: 1 },
      headers: { 'x-client': 'us', 'x-call': 'one' },
    });
  });

  test('brings back an answer of any status, and follows no redirect', async () => {
    const { server, http } = await serve(() => ({
      status: 302,
      headers: { location: '/elsewhere' },
      text: '',
    }));

    expect((await http.request(safe)).status).toBe(302);
    expect(server.requests).toHaveLength(1);
  });

  test('uses the connection of the one before it', async () => {
    const { server, http } = await serve(() => ({}));

    for (let turn = 0; turn < 5; turn += 1) await http.request(unsafe);

    expect(server.connections()).toBe(1);
  });

  test('waits its turn where as many are under way as may be', async () => {
    const held: (() => void)[] = [];
    const { server, http } = await serve(
      () => new Promise((resolve) => held.push(() => resolve({ json: 'done' }))),
      { concurrency: 2 },
    );

    const answers = Promise.all([1, 2, 3].map(() => http.request(unsafe)));
    await vi.waitFor(() => expect(held).toHaveLength(2));
    const atOnce = server.requests.length;
    held.shift()?.();
    await vi.waitFor(() => expect(held).toHaveLength(2));
    for (const release of held) release();

    expect((await answers).map(({ body }) => body)).toEqual(Array(3).fill('"done"'));
    expect(atOnce).toBe(2);
  });

  test('is given up when the answer does not come in time', async () => {
    const { server, http } = await serve(() => 'hang', { timeoutMs: 50 });

    await expect(http.request(unsafe)).rejects.toMatchObject({ code: 'http_timeout', retryable: true });
    expect(server.requests).toHaveLength(1);
  });

  test('to a server that is not there is unreachable', async () => {
    const { server, http } = await serve(() => ({}), { retries: 1 });
    await server.close();

    await expect(http.request(safe)).rejects.toMatchObject({ code: 'http_unreachable' });
    expect(delayOf).toHaveBeenCalledTimes(1);
  });

  test('that the caller aborts is no fault of the server', async () => {
    const abort = new AbortController();
    const { http } = await serve(() => {
      abort.abort();
      return 'hang';
    });

    await expect(http.request({ ...safe, signal: abort.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});

describe('a request that may be sent twice', () => {
  test.each([429, 502, 503, 504])('is sent again after %i', async (status) => {
    const { server, http } = await serve((index) => (index < 2 ? { status } : { json: 'late' }));

    expect((await http.request(safe)).body).toBe('"late"');
    expect(server.requests).toHaveLength(3);
  });

  test.each([400, 401, 404, 408, 413, 500])('is not sent again after %i', async (status) => {
    const { server, http } = await serve(() => ({ status }));

    expect((await http.request(safe)).status).toBe(status);
    expect(server.requests).toHaveLength(1);
  });

  test('is sent again after a reset and a time-out', async () => {
    const replies: readonly Reply[] = ['reset', 'hang', { json: 'late' }];
    const { http } = await serve((index) => replies[index] ?? {}, { timeoutMs: 100 });

    expect((await http.request(safe)).body).toBe('"late"');
  });

  test('is sent as often as allowed, then the last answer stands', async () => {
    const { server, http } = await serve(() => ({ status: 503 }), { retries: 2 });

    expect((await http.request(safe)).status).toBe(503);
    expect(server.requests).toHaveLength(3);
  });

  test('waits as long as the server asks for', async () => {
    const { http } = await serve((index) =>
      index === 0 ? { status: 429, headers: { 'retry-after': '7' } } : {},
    );

    await http.request(safe);

    expect(delayOf).toHaveBeenCalledWith(1, 7000);
  });

  test('is not sent again once the caller aborts', async () => {
    const abort = new AbortController();
    const { server, http } = await serve(() => {
      delayOf.mockImplementationOnce(() => {
        abort.abort();
        return 60_000;
      });
      return { status: 503 };
    });

    await expect(http.request({ ...safe, signal: abort.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(server.requests).toHaveLength(1);
  });

  test('waits for a server that asks for longer than a request may take', async () => {
    const { server, http } = await serve(
      (index) => (index === 0 ? { status: 503, headers: { 'retry-after': '45' } } : {}),
      { timeoutMs: 1000 },
    );

    expect((await http.request(safe)).status).toBe(200);
    expect(server.requests).toHaveLength(2);
  });
});

describe('a request that may not be sent twice', () => {
  test.each([
    ['429', { status: 429 }],
    ['503', { status: 503 }],
    ['a reset', 'reset'],
  ] as const)('is sent once, also after %s', async (_, reply) => {
    const { server, http } = await serve(() => reply);

    await http.request(unsafe).catch(() => undefined);

    expect(server.requests).toHaveLength(1);
  });
});
