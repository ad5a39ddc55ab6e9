import { afterEach, expect, test } from 'vitest';
import { createFakeSessions } from '../../test/support/fake-sessions.ts';
import { type RunningPortal, startPortal } from '../../test/support/start-portal.ts';
import { createVisitor } from '../../test/support/visitor.ts';
import { createOdoo } from '../odoo/model-api.ts';
import type { HomeTile } from './part.ts';

const service = createOdoo({ call: async () => 1 });
const tile = (href: string, count: number): HomeTile => ({
  href,
  label: 'tickets.title',
  text: 'tickets.home',
  count: async () => count,
});
let portal: RunningPortal;

async function visitHome(...home: readonly HomeTile[]) {
  const part = { paths: ['/my/tickets'], navigation: home, home, routes: () => [] };
  portal = await startPortal({ sessions: createFakeSessions(), service, parts: [part] });
  const visitor = createVisitor(portal.url);
  await visitor.logIn({ login: 'ann@acme.example', password: 'right' });
  return visitor.get('/my');
}

afterEach(() => portal.close());

test('several things to look at are tiles with counts', async () => {
  const { status, html } = await visitHome(tile('/my/tickets', 3), tile('/my/visits', 0));

  expect(status).toBe(200);
  expect(html).toMatch(/href="\/my\/tickets">Tickets<\/a> <span class="sd-count">3<\/span>/);
  expect(html).toMatch(/href="\/my\/visits">Tickets<\/a>\s*<p>/);
});

test('one thing alone is shown at once', async () => {
  const { status, headers } = await visitHome(tile('/my/tickets', 3));

  expect([status, headers.get('location')]).toEqual([303, '/my/tickets']);
});
