import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createOdoo } from '../odoo/model-api.ts';
import { createFeed } from './feed.ts';

const Thing = { name: 'x_thing', fields: { x_name: { type: 'char' } } } as const;
const { signal } = new AbortController();

interface StoredRow {
  readonly id: number;
  /** With its parts of a second, which Odoo compares and does not tell. */
  readonly stamp: string;
  readonly x_name: string;
}

/** An Odoo with one model, whose transactions may end late. */
function createFakeOdoo() {
  const rows = new Map<number, StoredRow>();
  const open: StoredRow[] = [];
  const fake = { now: 0, calls: 0, largest: 0 };
  const stampAt = (ms: number) =>
    new Date(Date.UTC(2026, 2, 1) + ms).toISOString().slice(0, 23).replace('T', ' ');

  function searchRead(domain: readonly (readonly [string, string, unknown])[], order: string, limit: number) {
    const found = [...rows.values()].filter((row) =>
      domain.every(([field, operator, value]) => {
        const [held, wanted] = field === 'id' ? [row.id, Number(value)] : [row.stamp, String(value)];
        return operator === '>=' ? held >= wanted : operator === '<' ? held < wanted : held > wanted;
      }),
    );
    const byStamp = (a: StoredRow, b: StoredRow) =>
      a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : a.id - b.id;
    const sorted = found.sort(order === 'id' ? (a, b) => a.id - b.id : byStamp).slice(0, limit);
    fake.largest = Math.max(fake.largest, sorted.length);
    return sorted.map(({ id, stamp, x_name }) => ({ id, x_name, write_date: stamp.slice(0, 19) }));
  }

  const odoo = createOdoo({
    async call(model, method, args, kwargs) {
      if (model === 'ir.model.data')
        return [{ id: 1, module: 'm', name: 'n', model: 'ir.actions.server', res_id: 1 }];
      fake.calls += 1;
      const oldest = open.map(({ stamp }) => stamp).toSorted()[0] ?? stampAt(fake.now);
      if (method === 'run') return { settled: oldest.slice(0, 19) };
      const [domain] = args as [[string, string, unknown][]];
      return searchRead(domain, String(kwargs?.order), Number(kwargs?.limit));
    },
  });
  return {
    odoo,
    fake,
    write: (id: number, x_name: string) => rows.set(id, { id, stamp: stampAt(fake.now), x_name }),
    /** Begins now; what it writes bears this moment, and is seen once it has ended. */
    begin(id: number, x_name: string) {
      const row = { id, stamp: stampAt(fake.now), x_name };
      open.push(row);
      return () => {
        open.splice(open.indexOf(row), 1);
        rows.set(id, row);
      };
    },
  };
}

const feedOn = ({ odoo }: ReturnType<typeof createFakeOdoo>, batchSize = 3) =>
  createFeed({ odoo, shape: Thing, fields: ['x_name'], batchSize });

async function readAll(feed: ReturnType<typeof feedOn>, from?: string) {
  const names: string[] = [];
  let cursor = from;
  for await (const batch of feed.read(cursor, signal)) {
    names.push(...batch.records.map(({ x_name }) => String(x_name)));
    expect(batch.cursor > (cursor ?? '')).toBe(true);
    cursor = batch.cursor;
  }
  return { names, cursor };
}

describe('a feed', () => {
  test('tells what changed, oldest change first, and then nothing more', async () => {
    const world = createFakeOdoo();
    for (const id of [5, 3, 9, 1, 7]) {
      world.write(id, `n${id}`);
      world.fake.now += 1000;
    }
    const feed = feedOn(world);

    const first = await readAll(feed);

    expect(first.names).toEqual(['n5', 'n3', 'n9', 'n1', 'n7']);
    expect((await readAll(feed, first.cursor)).names).toEqual([]);
  });

  test.each([
    ['two calls', 7],
    ['three calls behind a moment that filled its batches', 0],
  ])('costs %s where nothing is new', async (_, apartMs) => {
    const world = createFakeOdoo();
    for (let id = 1; id <= 1000; id += 1) {
      world.write(id, 'n');
      world.fake.now += apartMs;
    }
    world.fake.now += 5000;
    const feed = feedOn(world, 100);
    const { cursor } = await readAll(feed);
    world.fake.calls = 0;

    await readAll(feed, cursor);

    expect(world.fake.calls).toBe(apartMs > 0 ? 2 : 3);
  });

  test('goes through a moment that fills many batches, and holds one batch at most', async () => {
    const world = createFakeOdoo();
    for (let id = 1; id <= 20; id += 1) {
      world.write(id, String(id));
      if (id % 4 === 0) world.fake.now += 1;
    }
    world.fake.now += 1000;
    world.write(21, '21');
    world.fake.now += 1000;

    const { names } = await readAll(feedOn(world));

    expect(names).toEqual(Array.from({ length: 21 }, (_, index) => String(index + 1)));
    expect(world.fake.largest).toBe(3);
  });

  test('waits for a transaction that ends late, and loses nothing of it', async () => {
    const world = createFakeOdoo();
    const feed = feedOn(world);
    const end = world.begin(1, 'late');
    world.fake.now += 5000;
    world.write(2, 'early');
    world.fake.now += 5000;

    const before = await readAll(feed, await feed.now(signal));
    expect(before.names).toEqual([]);
    end();

    expect((await readAll(feed, '2026-03-01 00:00:00')).names).toEqual(['late', 'early']);
  });

  test('begins where it is told', async () => {
    const world = createFakeOdoo();
    world.write(1, 'old');
    world.fake.now += 5000;
    const feed = feedOn(world);
    const cursor = await feed.now(signal);
    world.write(2, 'new');
    world.fake.now += 5000;

    expect((await readAll(feed, cursor)).names).toEqual(['new']);
  });

  test('tells every last state, and nothing twice, whatever happens when', async () => {
    const happening = fc.oneof(
      fc.record({ kind: fc.constant('write' as const), id: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ kind: fc.constant('begin' as const), id: fc.integer({ min: 10, max: 14 }) }),
      fc.record({ kind: fc.constant('end' as const) }),
      fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 1500 }) }),
      fc.record({ kind: fc.constant('read' as const), batches: fc.integer({ min: 1, max: 3 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 40 }), async (happenings) => {
        const world = createFakeOdoo();
        const feed = feedOn(world, 2);
        const open: (() => void)[] = [];
        const last = new Map<number, string>();
        const told: string[] = [];
        let cursor: string | undefined;
        let count = 0;
        async function read(most: number) {
          for await (const batch of feed.read(cursor, signal)) {
            told.push(...batch.records.map(({ x_name }) => String(x_name)));
            cursor = batch.cursor;
            most -= 1;
            if (most === 0) break;
          }
        }
        for (const what of happenings) {
          const name = `change ${++count}`;
          if (what.kind === 'pass') world.fake.now += what.ms;
          else if (what.kind === 'read') await read(what.batches);
          else if (what.kind === 'end') open.shift()?.();
          else if (what.kind === 'write') world.write(what.id, name);
          // A record is in one open transaction at a time: another would wait for its lock.
          else if (!last.has(what.id)) open.push(world.begin(what.id, name));
          if (what.kind === 'write' || (what.kind === 'begin' && !last.has(what.id))) last.set(what.id, name);
        }
        for (const end of open) end();
        world.fake.now += 5000;
        await read(Number.POSITIVE_INFINITY);

        expect([...last.values()].filter((name) => !told.includes(name))).toEqual([]);
        expect(told).toHaveLength(new Set(told).size);
      }),
      { numRuns: 300 },
    );
  });
});
