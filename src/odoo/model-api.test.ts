import { describe, expect, test } from 'vitest';
import { Partner } from './builtin-models.ts';
import type { CallOptions } from './caller.ts';
import { createOdoo } from './model-api.ts';

function odooAnswering(answer: unknown) {
  const calls: {
    method: string;
    args: readonly unknown[];
    kwargs: unknown;
    options: CallOptions | undefined;
  }[] = [];
  const odoo = createOdoo({
    async call(_model, method, args, kwargs, options) {
      calls.push({ method, args, kwargs, options });
      return answer;
    },
  });
  return { partners: odoo.model(Partner), calls };
}

describe('reads', () => {
  test('may be sent twice', async () => {
    const { partners, calls } = odooAnswering([{ id: 1, name: 'Ann' }]);

    expect(await partners.read([1], ['name'])).toEqual([{ id: 1, name: 'Ann' }]);
    await partners.searchRead([['name', '=', 'Ann']], { fields: ['name'], limit: 5, order: 'id' });

    expect(calls.map(({ options }) => options?.retry)).toEqual([true, true]);
    expect(calls[1]).toMatchObject({
      method: 'search_read',
      args: [[['name', '=', 'Ann']], ['name']],
      kwargs: { limit: 5, order: 'id' },
    });
  });

  test('ask for a page and its count at once', async () => {
    const { partners, calls } = odooAnswering({ length: 7, records: [{ id: 1, name: 'Ann' }] });

    const page = await partners.webSearchRead([], { specification: { name: {} }, limit: 1 });

    expect(page).toEqual({ length: 7, records: [{ id: 1, name: 'Ann' }] });
    expect(calls[0]).toMatchObject({
      method: 'web_search_read',
      kwargs: { domain: [], specification: { name: {} }, limit: 1 },
    });
  });

  test('do not trust an answer of another shape', async () => {
    await expect(odooAnswering(false).partners.read([1], ['name'])).rejects.toThrow();
    await expect(
      odooAnswering({ length: 1 }).partners.webSearchRead([], { specification: {} }),
    ).rejects.toThrow();
  });
});

describe('writes', () => {
  test('of plain values may be sent twice, of commands that create may not', async () => {
    const { partners, calls } = odooAnswering(true);

    await partners.write([1], { name: 'Ann' });
    await partners.write([1], { name: 'Ann', child_ids: [[6, 0, [2]]] } as never);
    await partners.write([1], { child_ids: [[0, 0, { name: 'Child' }]] } as never);

    expect(calls.map(({ options }) => options?.retry)).toEqual([true, true, false]);
  });

  test('that create or delete may not be sent twice', async () => {
    const { partners, calls } = odooAnswering([5]);

    expect(await partners.create([{ name: 'Ann' }], { lang: 'nl_NL' })).toEqual([5]);
    await partners.unlink([5]);

    expect(calls.map(({ options }) => options?.retry ?? false)).toEqual([false, false]);
    expect(calls[0]?.kwargs).toEqual({ context: { lang: 'nl_NL' } });
  });
});

test('load answers ids, or the messages about the rows that were refused', async () => {
  const refused = {
    ids: false,
    messages: [{ type: 'error', message: 'No', record: 1, rows: { from: 1, to: 1 } }],
  };

  expect(await odooAnswering({ ids: [1, 2], messages: [] }).partners.load(['id'], [['a'], ['b']])).toEqual({
    ids: [1, 2],
    messages: [],
  });
  expect(await odooAnswering(refused).partners.load(['id'], [['a'], ['b']])).toEqual({
    ids: false,
    messages: [{ type: 'error', message: 'No', record: 1 }],
  });
});
