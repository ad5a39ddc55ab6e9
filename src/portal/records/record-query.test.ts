import { expect, test } from 'vitest';
import { parseRecordQuery, recordListPath, recordSearchDomain } from './record-query.ts';

const Thing = { name: 'x_thing', fields: { x_name: { type: 'char' }, x_code: { type: 'char' } } } as const;
type Things = typeof Thing;

const list = {
  path: '/my/things',
  filters: [
    { key: 'used', label: 'list.filter.all', domain: () => [] },
    { key: 'gone', label: 'list.filter.open', domain: () => [] },
  ],
  sorts: [
    { key: 'name', label: 'list.sort.subject', order: 'x_name' },
    { key: 'code', label: 'list.sort.state', order: 'x_code' },
  ],
  search: ['x_name', 'x_code'],
} as const;
const parse = (query: Readonly<Record<string, string>>) => parseRecordQuery<Things, object>(query, list);
const pathOf = (query: Readonly<Record<string, string>>, page?: number) =>
  recordListPath<Things, object>(parse(query), list, page);

test.each([
  [{}, '/my/things'],
  [{ filterby: 'nonsense', sortby: '', search: '  ' }, '/my/things'],
  [{ filterby: 'gone', search: ' a  b ' }, '/my/things?filterby=gone&search=a+b'],
  [{ sortby: 'code' }, '/my/things?sortby=code'],
])('%j is the address %s', (query, path) => {
  expect(pathOf(query)).toBe(path);
});

test('a further page says so before its query', () => {
  expect(pathOf({ filterby: 'gone' }, 3)).toBe('/my/things/page/3?filterby=gone');
});

test('each word may stand in any place, and means itself', () => {
  expect(recordSearchDomain<Things, object>({ search: 'a 50%' }, list)).toEqual([
    '|',
    ['x_name', 'ilike', 'a'],
    ['x_code', 'ilike', 'a'],
    '|',
    ['x_name', 'ilike', '50\\%'],
    ['x_code', 'ilike', '50\\%'],
  ]);
});

test('of a long search some words are looked for', () => {
  const domain = recordSearchDomain<Things, object>({ search: 'a '.repeat(500).trim() }, list);

  expect(domain.filter((leaf) => leaf !== '|')).toHaveLength(12);
});
