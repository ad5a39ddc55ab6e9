import { expect, test } from 'vitest';
import { parseFields } from './fields.ts';

test('reads fields as text; of a repeated one the last counts', () => {
  expect(parseFields({ a: 'x', b: ['1', '2'] })).toEqual({ a: 'x', b: '2' });
});

test('counts a line break once, and drops what PostgreSQL refuses', () => {
  expect(parseFields({ a: 'one\r\ntwo\rthree', b: 'a\0b', c: '\ud800!' })).toEqual({
    a: 'one\ntwo\nthree',
    b: 'ab',
    c: '\ufffd!',
  });
});

test.each([undefined, null, 'text', [1], { a: { b: 1 } }])('has no fields in %j', (input) => {
  expect(parseFields(input)).toEqual({});
});
