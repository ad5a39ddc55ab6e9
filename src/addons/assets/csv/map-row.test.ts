import { expect, test } from 'vitest';
import { type Column, findColumns } from './find-columns.ts';
import { mapRow } from './map-row.ts';
import { parseTable } from './read-table.ts';

const FIELDS = {
  name: { type: 'char', string: 'Equipment Name' },
  serial_no: { type: 'char', string: 'Serial Number' },
  cost: { type: 'float', string: 'Cost' },
  warranty_date: { type: 'date', string: 'Warranty Expiration Date' },
  x_partner_id: { type: 'many2one', string: 'Customer', relation: 'res.partner' },
  x_site_id: { type: 'many2one', string: 'Site', relation: 'x_support.site' },
  x_state: {
    type: 'selection',
    string: 'State',
    selection: [
      ['working', 'Working'],
      ['broken', 'Broken'],
    ],
  },
  message_ids: { type: 'one2many', string: 'Messages' },
  x_book_value: { type: 'float', string: 'Book Value', readonly: true },
} as const;

const heads = (text: string): readonly Column[] => findColumns(text.split(','), FIELDS);
const found = () => ({ id: 7 });

test.each([
  ['commas', 'name,serial_no\nA,1\n'],
  ['semicolons, with the mark of Excel', '\uFEFFname;serial_no\r\nA;1\r\n'],
  ['tabs', 'name\tserial_no\nA\t1'],
])('a file of %s', (_what, text) => {
  expect(parseTable(text)).toEqual({ heads: ['name', 'serial_no'], rows: [{ line: 2, cells: ['A', '1'] }] });
});

test('a text with lines, quotes and separators stays one cell', () => {
  expect(parseTable('name,serial_no\n"A, ""B""\nC",1').rows[0]?.cells).toEqual(['A, "B"\nC', '1']);
});

test.each(['', '\n\n'])('a file of nothing (%j) says so', (text) => {
  expect(() => parseTable(text)).toThrow('nothing in it');
});

test('columns go by names of fields, by labels and by what people call them', () => {
  expect(heads('Equipment Name, SERIAL_NO ,customer,State').map(({ field }) => field)).toEqual([
    'name',
    'serial_no',
    'x_partner_id',
    'x_state',
  ]);
});

test.each([
  ['name,serial_no,warrenty_date', 'there is no field "warrenty_date"; did you mean "warranty_date"?'],
  ['name,serial_no,Serial Number', '"Serial Number" is there twice'],
  ['name,cost', 'the column serial_no is missing'],
  ['name,serial_no,message_ids', 'there is no field "message_ids"'],
  ['name,serial_no,x_book_value', 'there is no field "x_book_value"'],
])('columns %s: %s', (text, problem) => {
  expect(() => heads(text)).toThrow(problem);
});

test('cells are written as Odoo takes them, and an empty one empties the field', () => {
  const columns = heads('name,serial_no,cost,warranty_date,customer,state,site');
  const row = mapRow(
    { line: 2, cells: ['PC', 'S-1', '1 234,50', '31.12.2027', 'Azure', 'broken', ''] },
    columns,
    found,
  );

  expect(row).toMatchObject({
    serial: 'S-1',
    cells: {
      name: 'PC',
      serial_no: 'S-1',
      cost: '1234.50',
      warranty_date: '2027-12-31',
      'x_partner_id/.id': '7',
      x_state: 'broken',
      'x_site_id/.id': '',
    },
  });
});

test.each([
  ['2026-02-30', 'is no day'],
  ['31/31/2026', 'is no day'],
])('a day like %s is refused: %s', (day, problem) => {
  const row = mapRow({ line: 3, cells: ['PC', '1', day] }, heads('name,serial_no,warranty_date'), found);

  expect(row).toEqual({ problems: [{ line: 3, problem: expect.stringContaining(problem) }] });
});

test('all that is wrong with a row is said at once', () => {
  const row = mapRow({ line: 4, cells: ['', '', 'x', 'lost'] }, heads('name,serial_no,cost,state'), found);

  expect(row).toEqual({
    problems: [
      'Cost: "x" is no number',
      'state: "lost" is none of: Working, Broken',
      'it has no serial number, by which it would be found again',
      'it has no name',
    ].map((problem) => ({ line: 4, problem: expect.stringMatching(new RegExp(problem, 'i')) })),
  });
});

test('one serial number is one external id, whatever stands in it', () => {
  const columns = heads('name,serial_no');
  const idOf = (serial: string) => mapRow({ line: 2, cells: ['A', serial] }, columns, found);

  expect(idOf('ü/ 1')).toEqual(idOf('ü/ 1'));
  expect(idOf('ü/ 1')).not.toEqual(idOf('ü/ 2'));
});
