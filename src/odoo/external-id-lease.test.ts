import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import type { Caller } from './caller.ts';
import { createExternalIdLease } from './external-id-lease.ts';
import { OdooError } from './faults.ts';
import { createOdoo } from './model-api.ts';

const { signal } = new AbortController();
const MS = 180_000;

test('is one holder’s until it is given back', async () => {
  const table = createTable();
  const lease = leaseOn(table);

  expect(await lease.take('one', MS)).toEqual({ isOurs: true });
  expect(await lease.take('two', MS)).toEqual({ isOurs: false, until: new Date('2026-03-01T12:03:00Z') });
  await lease.release('two');
  expect(table.rows).toHaveLength(1);
  await lease.release('one');

  expect(table.rows).toEqual([]);
});

test('keeps leases of different names apart', async () => {
  const table = createTable();

  expect(await leaseOn(table, 'a').take('one', MS)).toEqual({ isOurs: true });
  expect(await leaseOn(table, 'b').take('two', MS)).toEqual({ isOurs: true });
});

test('is taken over from a holder that showed no sign of life for its time', async () => {
  const table = createTable();
  table.add('gone', '2026-03-01 11:56:59');

  expect(await leaseOn(table).take('mine', MS)).toEqual({ isOurs: true });
});

test('goes by time alone: a process of the same host with our own number is somebody else', async () => {
  const table = createTable();
  table.add(`${hostname()} ${process.pid} 1767225600000`, '2026-03-01 11:57:01');

  expect(await leaseOn(table).take('mine', MS)).toMatchObject({ isOurs: false });
});

test('is kept by signs of life, and lost without them', async () => {
  const table = createTable();
  const lease = leaseOn(table);
  await lease.take('one', MS);
  table.now = '2026-03-01 12:02:00';

  expect(await lease.renew('one', MS, signal)).toBe(true);
  expect(table.rows).toMatchObject([{ write_date: '2026-03-01 12:02:00' }]);
  table.rows[0] = { id: 99, name: 'apply', model: 'two', write_date: '2026-03-01 12:02:00' };

  expect(await lease.renew('one', MS, signal)).toBe(false);
});

test('knows its own row where the answer to its creation got lost', async () => {
  const table = createTable();
  table.loseNextAnswer();

  expect(await leaseOn(table).take('mine', MS)).toEqual({ isOurs: true });
});

interface Row {
  readonly id: number;
  readonly name: string;
  readonly model: string;
  write_date: string;
}

function leaseOn(table: ReturnType<typeof createTable>, name = 'apply') {
  const clock = { now: () => new Date(`${table.now.replace(' ', 'T')}Z`) };
  return createExternalIdLease({ odoo: createOdoo(table.caller), clock, name, lastsMs: MS });
}

/** `ir.model.data` as far as a lease goes: names are unique. */
function createTable() {
  const rows: Row[] = [];
  let lastId = 0;
  let isAnswerLost = false;

  const methods: Record<string, (args: readonly unknown[]) => unknown> = {
    create([values]) {
      const [{ name, model }] = values as [Row];
      if (rows.some((row) => row.name === name))
        throw new OdooError('duplicate key', { code: 'odoo_validation' });
      table.add(model, table.now, name);
      if (!isAnswerLost) return [lastId];
      isAnswerLost = false;
      throw new OdooError('reset', { code: 'odoo_unreachable' });
    },
    search_read([domain]) {
      const leaf = (domain as [string, string, string][]).find(([field]) => field === 'name');
      return rows.filter((row) => row.name === leaf?.[2]);
    },
    write([ids]) {
      for (const row of rows) if ((ids as number[]).includes(row.id)) row.write_date = table.now;
      return true;
    },
    unlink([ids]) {
      const kept = rows.filter((row) => !(ids as number[]).includes(row.id));
      rows.splice(0, rows.length, ...kept);
      return true;
    },
  };
  const caller: Caller = { call: async (_model, method, args) => methods[method]?.(args) };
  const table = {
    rows,
    caller,
    now: '2026-03-01 12:00:00',
    add(model: string, write_date: string, name = 'apply') {
      lastId += 1;
      rows.push({ id: lastId, name, model, write_date });
    },
    loseNextAnswer() {
      isAnswerLost = true;
    },
  };
  return table;
}
