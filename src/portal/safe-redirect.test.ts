import { expect, test } from 'vitest';
import { safeRedirect } from './safe-redirect.ts';

const HOME = '/my/tickets';

test.each(['/my/tickets/42', '/my/tickets/page/2?sortby=date', '/my/tickets/5/reply'])(
  'follows %s, a path on this site',
  (path) => {
    expect(safeRedirect(path, HOME)).toBe(path);
  },
);

test.each([
  undefined,
  '',
  'my/tickets',
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '/\t/evil.example/',
  '/%09//../..//evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
])('leads home instead of to %j', (wish) => {
  expect(safeRedirect(wish, HOME)).toBe(HOME);
});
