import { expect, test } from 'vitest';
import { createTable } from './table.ts';

test('holds a false that was set where nothing was', () => {
  const undo: (() => void)[] = [];
  const table = createTable((step) => undo.push(step));
  const row = table.insert([['name', 'Dutch']]);

  table.set(row, 'active', false);

  expect(row.get('active')).toBe(false);
  expect(table.where({ active: false })).toEqual([row]);
  undo.at(-1)?.();
  expect(table.where({ active: false })).toEqual([row]);
});
