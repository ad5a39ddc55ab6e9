import { expect, test } from 'vitest';
import { changedCells, isStamped, stampCells } from './stamp-cells.ts';

const cells = { x_name: 'Till', 'x_team_id/.id': '3', x_state: '' };

test('finds the cells that changed, whatever the order of the columns', () => {
  const stamped = stampCells({ x_state: '', 'x_team_id/.id': '3', x_name: 'Till' });

  expect(changedCells(cells, stamped)).toEqual({});
  expect(changedCells({ ...cells, x_state: 'done' }, stamped)).toEqual({ x_state: 'done' });
});

test('takes a column that was never imported for changed, and all where nothing is known', () => {
  const stamped = stampCells({ x_name: 'Till' });

  expect(changedCells(cells, stamped)).toEqual({ 'x_team_id/.id': '3', x_state: '' });
  expect(changedCells(cells, false)).toEqual(cells);
  expect(changedCells(cells, 'd41d8cd98f00b204e9800998ecf8427e')).toEqual(cells);
});

test('tells whether Odoo still holds what was imported', () => {
  const stamped = stampCells(cells);

  expect(isStamped('x_name', 'Till', stamped)).toBe(true);
  expect(isStamped('x_name', 'Tills', stamped)).toBe(false);
});
