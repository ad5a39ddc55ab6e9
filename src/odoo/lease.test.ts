import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Caller } from './caller.ts';
import { OdooError } from './faults.ts';
import { type LeaseOptions, LeaseTakenError, withLease } from './lease.ts';
import { createOdoo } from './model-api.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-01T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

test('does the work and leaves nothing behind', async () => {
  const table = createTable();

  const result = await withLease(options(table), async () => {
    expect(table.rows).toHaveLength(1);
    return 'done';
  });

  expect(result).toBe('done');
  expect(table.rows).toEqual([]);
});

test('lets nobody in while somebody works, then the next', async () => {
  const table = createTable();
  let finish = () => {};
  const first = withLease(options(table), () => new Promise<void>((resolve) => (finish = resolve)));
  await vi.advanceTimersByTimeAsync(0);

  await expect(withLease(options(table), neverCalled)).rejects.toBeInstanceOf(LeaseTakenError);
  finish();
  await first;

  expect(await withLease(options(table), async () => 'next')).toBe('next');
});

test('keeps leases of different names apart', async () => {
  const table = createTable();

  const inner = await withLease(options(table, { name: 'a' }), () =>
    withLease(options(table, { name: 'b' }), async () => 'both'),
  );

  expect(inner).toBe('both');
});

test('gives the lease back where the work fails', async () => {
  const table = createTable();

  await expect(withLease(options(table), () => Promise.reject(new Error('broken')))).rejects.toThrow(
    'broken',
  );

  expect(table.rows).toEqual([]);
});

test('takes over from a holder that shows no sign of life', async () => {
  const table = createTable();
  table.rows.push({ id: 1, name: 'import', res_id: 5, write_date: '2026-03-01 11:49:59' });

  expect(await withLease(options(table), async () => 'mine')).toBe('mine');
});

test.each([
  ['of the same machine that was killed', spawnSync(process.execPath, ['--version']).pid],
  ['that had our own number before its container started again', process.pid],
])('takes over at once from a process %s', async (_, killed) => {
  const table = createTable();
  table.rows.push({
    id: 1,
    name: 'import',
    model: `lease ${hostname()} ${killed} 1767225600000`,
    res_id: 5,
    write_date: '2026-03-01 12:00:00',
  });

  expect(await withLease(options(table), async () => 'mine')).toBe('mine');
});

test('respects a holder that was alive a moment ago', async () => {
  const table = createTable();
  table.rows.push({ id: 1, name: 'import', res_id: 5, write_date: '2026-03-01 11:51:00' });

  await expect(withLease(options(table), neverCalled)).rejects.toMatchObject({ code: 'lease_taken' });
  expect(table.rows).toHaveLength(1);
});

test('shows that it lives', async () => {
  const table = createTable();

  await withLease(options(table), async () => {
    await vi.advanceTimersByTimeAsync(7 * 60_000);
    expect(table.rows[0]?.write_date).toBe('2026-03-01 12:06:00');
  });
});

test('tells the work that the lease was taken over, and leaves the new holder’s alone', async () => {
  const table = createTable();

  const isLost = await withLease(options(table), async (signal) => {
    table.rows[0] = { id: 99, name: 'import', res_id: 5, write_date: '2026-03-01 12:00:00' };
    await vi.advanceTimersByTimeAsync(4 * 60_000);
    return signal.aborted;
  });

  expect(isLost).toBe(true);
  expect(table.rows.map(({ id }) => id)).toEqual([99]);
});

test('knows its own row where the answer to its creation got lost', async () => {
  const table = createTable();
  table.loseNextAnswer();

  expect(await withLease(options(table), async () => 'mine')).toBe('mine');
  expect(table.rows).toEqual([]);
});

interface Row {
  readonly id: number;
  readonly name: string;
  readonly model?: string;
  readonly res_id: number;
  write_date: string;
}

function options(table: { readonly caller: Caller }, more: Partial<LeaseOptions> = {}): LeaseOptions {
  const silent = () => log;
  const log = { error: silent, warn: silent, info: silent, debug: silent } as unknown as LeaseOptions['log'];
  return { odoo: createOdoo(table.caller), clock: { now: () => new Date() }, log, name: 'import', ...more };
}

/** `ir.model.data` as far as a lease goes: names are unique. */
function createTable() {
  const rows: Row[] = [];
  let lastId = 0;
  let isAnswerLost = false;
  const now = () => new Date().toISOString().slice(0, 19).replace('T', ' ');

  const methods: Record<string, (args: readonly unknown[]) => unknown> = {
    create([values]) {
      const [{ name, model = '', res_id }] = values as [Row];
      if (rows.some((row) => row.name === name))
        throw new OdooError('duplicate key', { code: 'odoo_validation' });
      lastId += 1;
      rows.push({ id: lastId, name, model, res_id, write_date: now() });
      if (!isAnswerLost) return [lastId];
      isAnswerLost = false;
      throw new OdooError('reset', { code: 'odoo_unreachable' });
    },
    search_read([domain]) {
      const leaf = (domain as [string, string, string][]).find(([field]) => field === 'name');
      return rows.filter((row) => row.name === leaf?.[2]).map((row) => ({ model: 'lease', ...row }));
    },
    write([ids]) {
      for (const row of rows) if ((ids as number[]).includes(row.id)) row.write_date = now();
      return true;
    },
    unlink([ids]) {
      const kept = rows.filter((row) => !(ids as number[]).includes(row.id));
      rows.splice(0, rows.length, ...kept);
      return true;
    },
  };
  const caller: Caller = { call: async (_model, method, args) => methods[method]?.(args) };
  return {
    rows,
    caller,
    loseNextAnswer() {
      isAnswerLost = true;
    },
  };
}

function neverCalled(): Promise<never> {
  return Promise.reject(new Error('the work must not begin'));
}
