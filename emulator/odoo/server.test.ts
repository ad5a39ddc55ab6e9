import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OdooEmulator, startOdooEmulator } from './server.ts';

let now = new Date('2026-01-02T03:04:05Z');
let emulator: OdooEmulator;

beforeEach(async () => {
  now = new Date('2026-01-02T03:04:05Z');
  emulator = await startOdooEmulator({ database: 'test', adminPassword: 'pw', clock: () => now });
});

afterEach(() => emulator.close());

const post = (path: string, params: unknown, headers: Record<string, string> = {}) =>
  fetch(emulator.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ params }),
  });

const rpc = async (path: string, params: unknown, headers: Record<string, string> = {}) =>
  (await (await post(path, params, headers)).json()) as {
    result?: unknown;
    error?: { data: { message: string } };
  };

const call = (model: string, method: string, args: unknown[] = [], keywords = {}) =>
  rpc('/jsonrpc', {
    service: 'object',
    method: 'execute_kw',
    args: ['test', 2, 'pw', model, method, args, keywords],
  });

const logIn = (password: string, address: string) =>
  rpc(
    '/web/session/authenticate',
    { db: 'test', login: 'admin', password },
    { 'x-forwarded-for': address, 'x-forwarded-host': 'desk.example' },
  );

describe('startOdooEmulator', () => {
  it('keeps instances apart', async () => {
    const other = await startOdooEmulator({ database: 'test' });
    await call('res.partner', 'create', [{ name: 'Only here' }]);

    const domain = [['name', '=', 'Only here']];
    const args = ['test', 2, 'admin', 'res.partner', 'search_count', [domain], {}];
    const params = { service: 'object', method: 'execute_kw', args };
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${other.url}/jsonrpc`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ params }),
    });

    expect(await answer.json()).toMatchObject({ result: 0 });
    await other.close();
  });

  it('begins as a copy of another, ids and passwords included, and goes its own way', async () => {
    const first = await call('res.partner', 'create', [{ name: 'Before' }]);
    const copy = await startOdooEmulator({ database: 'copy', backup: emulator.backup() });
    const callCopy = async (method: string, ...args: unknown[]) => {
      const params = {
        service: 'object',
        method: 'execute_kw',
        args: ['copy', 2, 'pw', 'res.partner', method, args],
      };
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${copy.url}/jsonrpc`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ params }),
      });
      return ((await answer.json()) as { result?: unknown }).result;
    };
    const here = await callCopy('create', [{ name: 'Only in the copy' }]);
    const there = await call('res.partner', 'create', [[{ name: 'Only in the first' }]]);
    expect(await callCopy('search_count', [['name', '=', 'Before']])).toBe(1);
    expect(here).toEqual([Number(first.result) + 1]);
    expect(there.result).toEqual(here);
    expect(await callCopy('search_count', [['name', '=', 'Only in the first']])).toBe(0);
    await copy.close();
  });

  it('takes the time from its clock', async () => {
    const { result } = await call('res.partner', 'create', [{ name: 'Dated' }]);

    const read = await call('res.partner', 'read', [[result], ['create_date']]);

    expect(read.result).toMatchObject([{ create_date: '2026-01-02 03:04:05' }]);
  });

  it('lists the calls it got', async () => {
    await call('res.partner', 'search_count', [[]]);

    expect(emulator.requests).toEqual([
      { path: '/jsonrpc', model: 'res.partner', method: 'search_count', uid: 2 },
    ]);
    emulator.clearRequests();
    expect(emulator.requests).toEqual([]);
  });

  it('leaves nothing behind of a call that fails', async () => {
    const failed = await call('res.partner', 'create', [[{ name: 'First' }, { name: false }]]);

    expect(failed.error?.data.message).toContain('Contacts require a name');
    expect(await call('res.partner', 'search_count', [[['name', '=', 'First']]])).toMatchObject({
      result: 0,
    });
  });
});

describe('a failed login', () => {
  it('makes its address wait after ten of them, and no other', async () => {
    for (let count = 0; count < 10; count++) await logIn('wrong', '203.0.113.1');

    const refused = await logIn('pw', '203.0.113.1');

    expect(refused.error?.data.message).toBe(
      'Too many login failures, please wait a bit before trying again.',
    );
    expect((await logIn('pw', '203.0.113.2')).result).toMatchObject({ uid: 2 });
    now = new Date(now.getTime() + 61_000);
    expect((await logIn('pw', '203.0.113.1')).result).toMatchObject({ uid: 2 });
  });
});

describe('fail', () => {
  it('answers the next matching requests with a page instead', async () => {
    emulator.fail({ times: 1, status: 502, body: '<h1>Bad gateway</h1>', match: { method: 'search_count' } });

    expect((await call('res.partner', 'search', [[]])).result).toBeDefined();
    const params = {
      service: 'object',
      method: 'execute_kw',
      args: ['test', 2, 'pw', 'res.partner', 'search_count', [[]], {}],
    };
    expect((await post('/jsonrpc', params)).status).toBe(502);
    expect((await post('/jsonrpc', params)).status).toBe(200);
  });

  it('hangs up before the call is carried out', async () => {
    emulator.fail({ times: 1, hangUp: true, match: { method: 'create' } });

    await expect(call('res.partner', 'create', [{ name: 'Lost' }])).rejects.toThrow();

    expect(await call('res.partner', 'search_count', [[['name', '=', 'Lost']]])).toMatchObject({ result: 0 });
  });

  it('hangs up after the call is carried out', async () => {
    emulator.fail({ times: 1, hangUp: true, afterExecution: true, match: { method: 'create' } });

    await expect(call('res.partner', 'create', [{ name: 'Kept' }])).rejects.toThrow();

    expect(await call('res.partner', 'search_count', [[['name', '=', 'Kept']]])).toMatchObject({ result: 1 });
  });
});
