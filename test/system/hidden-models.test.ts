import { afterAll, beforeAll, expect, test } from 'vitest';
import { OdooClient } from '../../src/odoo/client.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { createCustomer } from '../support/create-customer.ts';
import type { Backend } from '../support/start-backend.ts';
import { startDeployed } from '../support/start-deployed.ts';

/** What a customer’s own session may ask of Odoo, past all our pages. */
let backend: Backend;
let customer: Odoo;

beforeAll(async () => {
  ({ backend } = await startDeployed());
  const { odoo, settings, transport } = backend;
  const ann = await createCustomer(odoo, 'Ann Archer');
  const names = ['Alpha', 'Beta'].map((name) => `${name} ${ann.partnerId}`);
  const teams = await odoo.call('x_support.team', 'create', [
    names.map((x_name) => ({ x_name, x_leader_id: 2, x_member_ids: [[6, 0, [2]]] })),
  ]);
  const [first, second] = Array.isArray(teams) ? teams.map(Number) : [];
  const tickets = await odoo.call('x_support.ticket', 'create', [
    [second, first].map((x_team_id) => ({ x_name: 'Printer', x_partner_id: ann.partnerId, x_team_id })),
  ]);
  const [ticketId] = Array.isArray(tickets) ? tickets : [];
  await odoo.call('x_support.ticket_link', 'create', [{ x_ticket_id: ticketId, x_secret: 'hush' }]);
  customer = createOdoo(
    new OdooClient({ transport, db: settings.ODOO_DB, username: ann.login, password: ann.password }),
  );
});
afterAll(() => backend.close());

test.each([
  [
    'who leads a team and who is in it',
    'x_support.team',
    'search_read',
    [[], ['x_leader_id', 'x_member_ids']],
  ],
  ['a ticket', 'x_support.ticket', 'search_read', [[], ['x_name']]],
  ['how many tickets there are', 'x_support.ticket', 'search_count', [[]]],
  ['a team by way of a ticket', 'x_support.ticket', 'search_count', [[['x_team_id.x_leader_id', '=', 2]]]],
  [
    'a team’s fields with a ticket',
    'x_support.ticket',
    'web_search_read',
    [[], { x_team_id: { fields: { x_leader_id: {} } } }],
  ],
  ['the secrets of links', 'x_support.ticket_link', 'search_read', [[], ['x_secret']]],
] as const)('%s: refused', async (_what, model, method, args) => {
  await expect(customer.call(model, method, args)).rejects.toMatchObject({ code: 'odoo_access_error' });
});

test('a ticket itself holds no secret', async () => {
  const fields = await customer.call('x_support.ticket', 'fields_get', [[], ['string']]);

  expect(Object.keys(Object(fields)).filter((name) => name.includes('secret'))).toEqual([]);
});
