import { expect, test } from 'vitest';
import { compileLike } from './like-pattern.ts';

test('takes every character but % and _ for itself', () => {
  for (const text of ['a-b', 'a.b', '[x]', '(y)', 'a|b/c', '50$', '{1}', 'a^b', 'a*b+c?']) {
    expect(compileLike(`%${text}%`, { ignoreCase: true }).test(`… ${text} …`), text).toBe(true);
  }
  expect(compileLike('a.c', { ignoreCase: false }).test('abc')).toBe(false);
});

test('takes % for any text, _ for one character, and an escaped one literally', () => {
  expect(compileLike('TKT-%', { ignoreCase: false }).test('TKT-00001')).toBe(true);
  expect(compileLike('a_c', { ignoreCase: false }).test('abc')).toBe(true);
  expect(compileLike('\\_\\_%', { ignoreCase: false }).test('__zammad__')).toBe(true);
  expect(compileLike('\\_\\_%', { ignoreCase: false }).test('base')).toBe(false);
});
