import { expect, test } from 'vitest';
import { isUnder } from './navigation.ts';
import { createRoutes, portalPaths } from './part.ts';
import { page } from './reply.ts';
import type { PortalServices } from './route.ts';

// The routes of these tests ask for nothing.
const services = {} as PortalServices;
const route = (path: string) => ({ method: 'get', path, handle: async () => page('error', {}) }) as const;

test('proxies are told of the portal’s own path and of each addon’s, once', () => {
  expect(portalPaths([{ paths: ['/my/tickets'] }, { paths: ['/help', '/my/tickets'] }])).toEqual([
    '/help',
    '/my/tickets',
    '/supportdesk',
  ]);
});

test('a route outside of its addon’s paths is an error at the start', () => {
  const paths = ['/my/loans'];

  expect(createRoutes([{ paths, routes: () => [route('/my/loans/:id')] }], services)).toHaveLength(1);
  expect(createRoutes([{ paths, routes: () => [route('/supportdesk/loan/:token')] }], services)).toHaveLength(
    1,
  );
  expect(() => createRoutes([{ paths, routes: () => [route('/my/loansome')] }], services)).toThrow(
    'the route /my/loansome lies outside of /my/loans',
  );
});

test.each([
  ['/my/tickets', '/my/tickets', true],
  ['/my/tickets/7', '/my/tickets', true],
  ['/my/tickets7', '/my/tickets', false],
  ['/my', '/my/tickets', false],
])('whether %s is under %s: %s', (path, parent, expected) => {
  expect(isUnder(path, parent)).toBe(expected);
});
