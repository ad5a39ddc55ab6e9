import { expect, test } from 'vitest';
import { mapCells } from './map-cells.ts';

const shape = {
  name: 'x.note',
  fields: {
    x_text: { type: 'char' },
    x_count: { type: 'integer' },
    x_flag: { type: 'boolean' },
    x_owner_id: { type: 'many2one' },
    x_tag_ids: { type: 'many2many' },
  },
} as const;

test('cells become what the fields take, and empty ones empty the field', () => {
  const columns = ['id', 'x_text', 'x_count', 'x_flag', 'x_owner_id/.id', 'x_tag_ids/.id'];
  const lines = [
    ['m.one', 'a', '2', '1', '7', '3,4'],
    ['m.two', '', '', '', '', ''],
  ];
  expect(mapCells(shape, columns, lines)).toEqual([
    {
      xml_id: 'm.one',
      values: { x_text: 'a', x_count: 2, x_flag: true, x_owner_id: 7, x_tag_ids: [[6, 0, [3, 4]]] },
    },
    {
      xml_id: 'm.two',
      values: { x_text: false, x_count: false, x_flag: false, x_owner_id: false, x_tag_ids: [[6, 0, []]] },
    },
  ]);
});

test.each([
  ['a name to look up', 'x_owner_id', 'Ann'],
  ['an external id to look up', 'x_owner_id/id', 'base.user_admin'],
  ['a field that the shape does not know', 'x_other', 'a'],
  ['a number that is none', 'x_count', 'many'],
  ['an unusual yes', 'x_flag', 'yes'],
])('%s is left to Odoo', (_, column, cell) => {
  expect(mapCells(shape, ['id', column], [['m.one', cell]])).toBeUndefined();
});
