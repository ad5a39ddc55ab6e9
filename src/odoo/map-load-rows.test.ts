import { expect, test } from 'vitest';
import { mapLoadRows } from './map-load-rows.ts';
import type { ModelShape } from './model-shape.ts';

const Thing = {
  name: 'x_thing',
  fields: {
    x_name: { type: 'char' },
    x_done: { type: 'boolean' },
    x_count: { type: 'integer' },
    x_owner: { type: 'many2one' },
    x_tags: { type: 'many2many' },
  },
} as const satisfies ModelShape;

test('values become text', () => {
  const [row] = mapLoadRows(Thing, [
    { externalId: 'a.b', values: { x_name: 'n', x_done: true, x_count: 0, x_owner: 7, x_tags: [1, 2] } },
  ]);

  expect(row).toEqual({
    externalId: 'a.b',
    cells: { x_name: 'n', x_done: '1', x_count: '0', 'x_owner/.id': '7', 'x_tags/.id': '1,2' },
  });
});

test('external ids go into their own columns, and empty relations with them', () => {
  const rows = mapLoadRows(Thing, [
    { externalId: 'a.b', values: { x_owner: { externalId: 'a.o' }, x_tags: [{ externalId: 'a.t' }] } },
    { externalId: 'a.c', values: { x_owner: false, x_tags: [] } },
  ]);

  expect(rows.map(({ cells }) => cells)).toEqual([
    { 'x_owner/id': 'a.o', 'x_tags/id': 'a.t' },
    { 'x_owner/id': '', 'x_tags/id': '' },
  ]);
});
