import { expect, test } from 'vitest';
import { Partner } from '../odoo/builtin-models.ts';
import { OdooError, type OdooErrorCode } from '../odoo/faults.ts';
import type { LoadMessage, LoadResult } from '../odoo/load-rows.ts';
import { createOdoo } from '../odoo/model-api.ts';
import { importRecords } from './import-records.ts';
import type { ImportRow } from './import-row.ts';

type Line = readonly string[];

test('writes all rows in one call and tells their ids', async () => {
  const odoo = createLoader(accept);

  const result = await importRecords(odoo, Partner, rows(3));

  expect(result).toEqual({
    written: 3,
    ids: new Map([
      ['x.r1', 1],
      ['x.r2', 2],
      ['x.r3', 3],
    ]),
    refused: [],
  });
  expect(odoo.calls).toEqual([
    {
      columns: ['id', 'name'],
      lines: [
        ['x.r1', 'r1'],
        ['x.r2', 'r2'],
        ['x.r3', 'r3'],
      ],
    },
  ]);
  expect(odoo.contexts[0]).toMatchObject({ tz: 'UTC', tracking_disable: true });
});

test('sends five hundred rows at once, not more', async () => {
  const odoo = createLoader(accept);

  await importRecords(odoo, Partner, rows(1001));

  expect(odoo.calls.map(({ lines }) => lines.length)).toEqual([500, 500, 1]);
});

test('drops the rows that Odoo names and writes the rest', async () => {
  const odoo = createLoader((lines) => refuseNamed(lines, ['x.r2', 'x.r4']));

  const result = await importRecords(odoo, Partner, rows(5));

  expect([...result.ids.keys()]).toEqual(['x.r1', 'x.r3', 'x.r5']);
  expect(result.refused).toEqual([
    { externalId: 'x.r2', reason: 'bad x.r2' },
    { externalId: 'x.r4', reason: 'bad x.r4' },
  ]);
  expect(odoo.calls).toHaveLength(2);
});

test('finds the row that spoils a whole batch without being named', async () => {
  const odoo = createLoader((lines) => {
    if (lines.some(([id]) => id === 'x.r37')) throw fault('odoo_value', 'NUL is not text');
    return accept(lines);
  });

  const result = await importRecords(odoo, Partner, rows(100));

  expect(result.written).toBe(99);
  expect(result.refused).toEqual([{ externalId: 'x.r37', reason: 'NUL is not text' }]);
  expect(odoo.calls.length).toBeLessThan(20);
});

test('halves a batch that is refused without a reason for any row', async () => {
  const odoo = createLoader((lines) =>
    lines.some(([id]) => id === 'x.r2')
      ? { ids: false, messages: [{ type: 'error', message: 'no' }] }
      : accept(lines),
  );

  const result = await importRecords(odoo, Partner, rows(4));

  expect([...result.ids.keys()]).toEqual(['x.r1', 'x.r3', 'x.r4']);
  expect(result.refused).toEqual([{ externalId: 'x.r2', reason: 'no' }]);
});

test('is not stopped by a warning', async () => {
  const odoo = createLoader((lines) => ({
    ...accept(lines),
    messages: [{ type: 'warning', message: 'several match', record: 0 }],
  }));

  expect(await importRecords(odoo, Partner, rows(2))).toMatchObject({ written: 2, refused: [] });
});

test.each<OdooErrorCode>(['odoo_access_error', 'odoo_unreachable', 'odoo_session_expired', 'odoo_busy'])(
  'gives up at once on %s, which is not the data’s fault',
  async (code) => {
    const odoo = createLoader(() => {
      throw fault(code, 'no');
    });

    await expect(importRecords(odoo, Partner, rows(100))).rejects.toMatchObject({ code });
    expect(odoo.calls).toHaveLength(1);
  },
);

test('gives up where nothing can be written, instead of blaming every row', async () => {
  const odoo = createLoader(() => {
    throw fault('odoo_server_error', 'disk full');
  });

  await expect(importRecords(odoo, Partner, rows(100))).rejects.toMatchObject({ message: 'disk full' });
  await expect(importRecords(odoo, Partner, rows(2))).rejects.toMatchObject({ message: 'disk full' });
  expect(odoo.calls.length).toBeLessThan(50);
});

test('has nothing to say where there are no rows', async () => {
  const odoo = createLoader(accept);

  expect(await importRecords(odoo, Partner, [])).toMatchObject({ written: 0 });
  expect(odoo.calls).toEqual([]);
});

function rows(count: number): readonly ImportRow[] {
  return Array.from({ length: count }, (_, index) => ({
    externalId: `x.r${index + 1}`,
    cells: { name: `r${index + 1}` },
  }));
}

/** An Odoo that knows `load` only. */
function createLoader(load: (lines: readonly Line[]) => LoadResult) {
  const calls: { columns: unknown; lines: readonly Line[] }[] = [];
  const contexts: unknown[] = [];
  const odoo = createOdoo({
    async call(_model, _method, [columns, lines], kwargs) {
      const sent = lines as readonly Line[];
      calls.push({ columns, lines: sent });
      contexts.push(kwargs?.context);
      return load(sent);
    },
  });
  return { ...odoo, calls, contexts };
}

function accept(lines: readonly Line[]): LoadResult {
  return { ids: lines.map(([id]) => Number(id?.slice(3))), messages: [] };
}

function refuseNamed(lines: readonly Line[], bad: readonly string[]): LoadResult {
  const messages = lines.flatMap(([id = ''], record): LoadMessage[] =>
    bad.includes(id) ? [{ type: 'error', message: `bad ${id}`, record }] : [],
  );
  return messages.length > 0 ? { ids: false, messages } : accept(lines);
}

function fault(code: OdooErrorCode, message: string): OdooError {
  return new OdooError(message, { code });
}
