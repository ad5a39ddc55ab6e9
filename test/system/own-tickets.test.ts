import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Customer, Ticket } from '../../src/addons/tickets/models.ts';
import { createCustomer, type Customer as Person } from '../support/create-customer.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import type { Visitor } from '../support/visitor.ts';

/** Tim is a colleague of Ann’s who sees his own tickets only. */
const unique = randomUUID().slice(0, 8);
let desk: HelpDesk;
let tims: Visitor;
let anns: Visitor;
let ann: Person;
let tim: Person;
let tickets: Readonly<Record<'ann' | 'tim', number>>;

beforeAll(async () => {
  desk = await startHelpDesk();
  ann = await createCustomer(desk.odoo, 'Ann Archer');
  tim = await createCustomer(desk.odoo, 'Tim Tester', ann.companyId);
  const [annsId = 0, timsId = 0] = await desk.odoo.model(Ticket).create([
    { x_name: `Salaries ${unique}`, x_partner_id: ann.partnerId },
    { x_name: `Scanner ${unique}`, x_partner_id: tim.partnerId },
  ]);
  tickets = { ann: annsId, tim: timsId };
  [anns, tims] = await Promise.all([desk.visit(ann), desk.visit(tim)]);
  // Odoo has worked out by now what each may see.
  expect((await tims.get('/my/tickets')).text).toContain('All 2');
  await desk.odoo.model(Customer).write([tim.partnerId], { x_own_tickets_only: true });
});
afterAll(() => desk?.close());

test('whoever sees own tickets only finds no colleague’s, by list, search, address or file', async () => {
  const addresses = [
    '',
    `?search=${unique}`,
    `?search=${unique}&search_in=all`,
    '/tickets.csv',
    '/similar?subject=Salaries',
  ];

  const pages = await Promise.all(addresses.map((address) => tims.get(`/my/tickets${address}`)));
  const page = await tims.get(`/my/tickets/${tickets.ann}`);

  for (const { html } of pages) expect(html).not.toContain('Salaries');
  expect(pages[0]?.text).toContain(`Scanner ${unique}`);
  expect(pages[0]?.text).toContain('All 1');
  expect(page.status).toBe(404);
  expect((await tims.get(`/my/tickets/${tickets.tim}`)).status).toBe(200);
});

test('colleagues see both, as before', async () => {
  const { text } = await anns.get('/my/tickets');

  expect(text).toContain(`Salaries ${unique}`);
  expect(text).toContain(`Scanner ${unique}`);
});

test('a customer who moves to another company sees no more of the former', async () => {
  const cleo = await createCustomer(desk.odoo, 'Cleo Novak');
  const kim = await createCustomer(desk.odoo, 'Kim Moved', cleo.companyId);
  await desk.odoo.model(Ticket).create([{ x_name: `Former ${unique}`, x_partner_id: cleo.partnerId }]);
  const browser = await desk.visit(kim);
  expect((await browser.get('/my/tickets')).text).toContain(`Former ${unique}`);

  const elsewhere = await createCustomer(desk.odoo, 'Else Where');
  await desk.odoo.model(Customer).write([kim.partnerId], { parent_id: elsewhere.companyId });

  expect((await browser.get('/my/tickets')).text).not.toContain(`Former ${unique}`);
});

test('whom a technician makes a contact of a ticket sees that one, follows it, and answers; until they are one no more', async () => {
  const first = { x_contact_ids: [[6, 0, [tim.partnerId]]] };

  await desk.odoo.call(Ticket.name, 'write', [[tickets.ann], first]);

  expect((await tims.get('/my/tickets')).text).toContain(`Salaries ${unique}`);
  expect((await tims.get(`/my/tickets/${tickets.ann}`)).status).toBe(200);
  expect(await followersOf(tickets.ann)).toContain(tim.partnerId);
  expect((await anns.get(`/my/tickets/${tickets.ann}/people`)).text).toContain('Tim Tester');

  await desk.odoo.call(Ticket.name, 'write', [[tickets.ann], { x_contact_ids: [[6, 0, []]] }]);

  expect((await tims.get(`/my/tickets/${tickets.ann}`)).status).toBe(404);
  expect(await followersOf(tickets.ann)).not.toContain(tim.partnerId);
});

test('a new ticket brings its contacts along', async () => {
  const [id] = (await desk.odoo.call(Ticket.name, 'create', [
    [{ x_name: `Lift ${unique}`, x_partner_id: ann.partnerId, x_contact_ids: [[6, 0, [tim.partnerId]]] }],
  ])) as number[];

  expect(await followersOf(id ?? 0)).toEqual(expect.arrayContaining([ann.partnerId, tim.partnerId]));
  expect((await tims.get(`/my/tickets/${id}`)).status).toBe(200);
});

async function followersOf(id: number): Promise<readonly number[]> {
  const [row] = (await desk.odoo.call(Ticket.name, 'read', [[id], ['message_partner_ids']])) as {
    message_partner_ids: number[];
  }[];
  return row?.message_partner_ids ?? [];
}
