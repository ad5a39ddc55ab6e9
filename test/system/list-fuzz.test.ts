import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addons } from '../../src/addons/index.ts';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { ticketRoutes } from '../../src/addons/tickets/routes.ts';
import { apply } from '../../src/deploy/apply.ts';
import { plan } from '../../src/deploy/plan.ts';
import { createCustomer } from '../support/create-customer.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';
import { type RunningPortal, startPortal } from '../support/start-portal.ts';
import { createVisitor, type Visitor } from '../support/visitor.ts';

let backend: Backend;
let portal: RunningPortal;
let visitor: Visitor;
let ticketId: number;

beforeAll(async () => {
  backend = await startBackend();
  const declarations = addons.map(({ declaration }) => declaration);
  await apply(backend.odoo, await plan(backend.odoo, declarations), () => undefined);
  const ann = await createCustomer(backend.odoo, 'Ann Archer');
  [ticketId = 0] = await backend.odoo
    .model(Ticket)
    .create(['One', 'Two', 'Three'].map((x_name) => ({ x_name, x_partner_id: ann.partnerId })));
  portal = await startPortal({
    sessions: backend.sessions,
    service: backend.odoo,
    routes: [ticketRoutes],
  });
  visitor = createVisitor(portal.url);
  await visitor.logIn(ann);
});
afterAll(async () => {
  await portal?.close();
  await backend?.close();
});

/** Would stand in a page as it is, were it not escaped. */
const MARK = `<fuzz a='b' c="d">&`;
const FIELDS = [
  ...['filterby', 'search', 'search_in', 'sortby', 'groupby', 'date_begin', 'date_end', 'limit'],
  ...['list', 'notice', 'page', 'constructor', '__proto__'],
];
const KNOWN = [
  ...[
    'all',
    'message',
    'reference',
    'name',
    'description',
    'state',
    'month',
    'priority',
    'open,mine',
    'overdue',
  ],
  ...[
    '80',
    '-1',
    '1e9',
    '2026-02-29',
    '2026-02-28',
    '9999-12-31',
    '0001-01-01',
    'toString',
    '__proto__',
    '%',
    '\\',
    '_',
  ],
];
const value = fc.oneof(
  fc.constantFrom(...KNOWN),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => `${text}${MARK}`),
  fc.integer().map(String),
);
const query = fc.array(fc.tuple(fc.constantFrom(...FIELDS), value), { maxLength: 8 });

test.each([
  ['the list', () => '/my/tickets', [200]],
  ['a page of the list', () => '/my/tickets/page/2', [200, 303]],
  ['the file', () => '/my/tickets/tickets.csv', [200]],
  ['a ticket', () => `/my/tickets/${ticketId}`, [200]],
])('%s takes whatever an address says, and shows it as text', async (_name, path, statuses) => {
  await fc.assert(
    fc.asyncProperty(query, async (fields) => {
      const search = new URLSearchParams();
      for (const [name, text] of fields) search.append(name, text);
      const answer = await visitor.get(`${path()}?${search}`);

      expect(statuses).toContain(answer.status);
      if (answer.headers.get('content-type')?.startsWith('text/html'))
        expect(answer.html).not.toContain('<fuzz');
    }),
    { numRuns: 120, examples: [[[['notice', 'toString']]]] },
  );
});

test.each([
  ['limit=20&limit=80', 200],
  ['search[a]=1&search[]=2&filterby[x][y]=z', 200],
  ['search=%E0%A4%A&sortby=%ff', 200],
  [`search=${'x'.repeat(5_000)}`, 200],
  ['search=%00%00', 200],
])('%s is no fault of ours', async (text, status) => {
  expect((await visitor.get(`/my/tickets?${text}`)).status).toBe(status);
});
