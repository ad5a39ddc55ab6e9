import { expect, test } from 'vitest';
import { createOdoo } from '../odoo/model-api.ts';
import { createCursor } from './cursor.ts';

test('tells Odoo how far the source has been read, and never goes back', async () => {
  const { odoo, writes } = createWriter();
  const cursor = createCursor({ odoo, model: 'x_source', id: 7, field: 'x_cursor' }, '2026-01-02');

  const moved = [
    await cursor.advance('2026-01-01'),
    await cursor.advance('2026-01-02'),
    await cursor.advance('2026-01-03'),
  ];

  expect(moved).toEqual([false, false, true]);
  expect(cursor.value).toBe('2026-01-03');
  expect(writes).toEqual([['x_source', [[7], { x_cursor: '2026-01-03' }]]]);
});

test('begins without a value', async () => {
  const { odoo, writes } = createWriter();
  const cursor = createCursor({ odoo, model: 'x_source', id: 7, field: 'x_cursor' }, false);

  expect(cursor.value).toBeUndefined();
  await cursor.advance('2026-01-01');

  expect(writes).toHaveLength(1);
});

function createWriter() {
  const writes: unknown[] = [];
  const odoo = createOdoo({
    async call(model, _method, args) {
      writes.push([model, args]);
      return true;
    },
  });
  return { odoo, writes };
}
