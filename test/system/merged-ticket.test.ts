import { afterAll, beforeAll, expect, test } from 'vitest';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';

let desk: HelpDesk;
let ann: Customer;
let bob: Customer;

beforeAll(async () => {
  desk = await startHelpDesk();
  [ann, bob] = await Promise.all([
    createCustomer(desk.odoo, 'Ann Archer'),
    createCustomer(desk.odoo, 'Bob Baker'),
  ]);
});
afterAll(() => desk?.close());

async function mergeInto(customer: Customer): Promise<readonly [merged: number, into: number]> {
  const [into = 0] = await desk.odoo
    .model(Ticket)
    .create([{ x_name: 'The whole floor', x_partner_id: customer.partnerId }]);
  const [merged = 0] = await desk.odoo
    .model(Ticket)
    .create([{ x_name: 'Mine', x_partner_id: ann.partnerId, x_state: 'done', x_merged_into_id: into }]);
  return [merged, into];
}

test('a merged ticket leads to the one it went into, and asks for no rating', async () => {
  const [merged, into] = await mergeInto(ann);

  const { text, html } = await (await desk.visit(ann)).get(`/my/tickets/${merged}`);

  expect(text).toMatch(/goes on there: TKT-\d+ · The whole floor/);
  expect(html).toContain(`<a href="/my/tickets/${into}">`);
  expect(html).not.toContain('id="rate"');
});

test('a ticket of somebody else is not named to whose was merged into it', async () => {
  const [merged] = await mergeInto(bob);

  const { text, html } = await (await desk.visit(ann)).get(`/my/tickets/${merged}`);

  expect(text).toContain('This ticket was merged into another one.');
  expect(html).not.toContain('The whole floor');
});
