import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Customer as CustomerPartner, Ticket } from '../../src/addons/tickets/models.ts';
import { Message, User } from '../../src/odoo/builtin-models.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { createReader, type Reader } from '../../src/reader/create-reader.ts';
import { createReadForUser } from '../../src/reader/read-action.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { createTechnician } from '../support/create-technician.ts';
import { type Deployed, startDeployed } from '../support/start-deployed.ts';

/** Ann and Tim are colleagues, Bob is not. */
const unique = randomUUID().slice(0, 8);
const MINE = [['x_name', 'like', unique]] as const;
const readForUser = createReadForUser();

let deployed: Deployed;
let odoo: Odoo;
let service: Odoo;
let ann: Customer;
let tim: Customer;
let bob: Customer;
let annsTicket: number;

beforeAll(async () => {
  deployed = await startDeployed();
  odoo = deployed.backend.odoo;
  service = createOdoo(deployed.service);
  ann = await createCustomer(odoo, 'Ann Archer');
  tim = await createCustomer(odoo, 'Tim Tester', ann.companyId);
  bob = await createCustomer(odoo, 'Bob Baker');
  [annsTicket = 0] = await odoo.model(Ticket).create([
    { x_name: `Of Ann ${unique}`, x_partner_id: ann.partnerId },
    { x_name: `Of Tim ${unique}`, x_partner_id: tim.partnerId },
    { x_name: `Of Bob ${unique}`, x_partner_id: bob.partnerId },
  ]);
});
afterAll(() => deployed?.backend.close());

const readerOf = (userId: number): Reader =>
  createReader((reads) => readForUser(service, { userId, lang: 'en_US', reads }));

async function seenBy(userId: number): Promise<readonly string[]> {
  const rows = await readerOf(userId)
    .model(Ticket)
    .searchRead(MINE, { fields: ['x_name'], order: 'x_name' });
  return rows.map(({ x_name }) => String(x_name).split(' ')[1] ?? '');
}

const REFUSED = { code: 'odoo_access_error' };

test('a customer sees what their rule says', async () => {
  expect(await seenBy(ann.userId)).toEqual(['Ann', 'Tim']);
  expect(await seenBy(bob.userId)).toEqual(['Bob']);
});

test('of long texts come as many as were asked for, and one more that tells so', async () => {
  const [subtype] = await findExternalIds(odoo, ['mail.mt_comment']);
  const body = (n: number) => `<p>${n} ${'x'.repeat(100)}</p>`;
  await odoo.model(Message).create(
    [1, 2, 3, 4, 5].map((n) => ({
      ...{ model: Ticket.name, res_id: annsTicket, message_type: 'comment' as const },
      ...{ subtype_id: subtype?.recordId ?? 0, body: body(n), date: `2026-01-01 10:00:0${n}` },
    })),
  );
  const count = async (characters: number) => {
    const reads = readerOf(ann.userId).of(Ticket, annsTicket, { field: 'body', characters });
    const { records } = await reads.model(Message).webSearchRead(
      [
        ['model', '=', Ticket.name],
        ['res_id', '=', annsTicket],
        ['body', 'like', 'xxx'],
      ],
      { specification: { body: {} }, order: 'date desc, id desc' },
    );
    return records.length;
  };

  expect(await count(10_000)).toBe(5);
  expect(await count(250)).toBe(3);
  // A single one that is too long is shown, and there is more.
  expect(await count(50)).toBe(2);
});

test('what hangs on a ticket is found through it by whoever sees it, and by nobody else', async () => {
  const domain = [
    ['model', '=', Ticket.name],
    ['res_id', '=', annsTicket],
  ] as const;
  const count = (userId: number) =>
    readerOf(userId).of(Ticket, annsTicket).model(Message).searchCount(domain);

  expect(await count(ann.userId)).toBeGreaterThan(0);
  expect(await count(bob.userId)).toBe(0);
});

test('a model without a rule for customers is none of theirs, whatever the service may read', async () => {
  expect(
    await readerOf(ann.userId).model({ name: 'x_support.ticket_link', fields: {} }).searchCount([]),
  ).toBe(0);
  expect(await readerOf(ann.userId).model({ name: 'ir.model.data', fields: {} }).searchCount([])).toBe(0);
});

test('own tickets only are own tickets only, and a rule that somebody tightens counts at once', async () => {
  const [row] = await findExternalIds(odoo, ['__supportdesk__.rule_ticket_portal']);
  const rule = [row?.recordId];

  await odoo.model(CustomerPartner).write([tim.partnerId], { x_own_tickets_only: true });
  expect(await seenBy(tim.userId)).toEqual(['Tim']);
  await odoo.model(CustomerPartner).write([tim.partnerId], { x_own_tickets_only: false });
  expect(await seenBy(tim.userId)).toEqual(['Ann', 'Tim']);

  await odoo.call('ir.rule', 'write', [rule, { active: false }]);
  try {
    expect(await seenBy(tim.userId)).toEqual([]);
  } finally {
    await odoo.call('ir.rule', 'write', [rule, { active: true }]);
  }
});

describe('whoever is no customer', () => {
  test('sees as Odoo lets them: a technician all', async () => {
    const technician = await createTechnician(odoo);

    expect(await seenBy(await userIdOf(technician.login))).toEqual(['Ann', 'Bob', 'Tim']);
  });

  test('is refused where Odoo refuses: an employee without the group, a visitor', async () => {
    const login = `emma-${unique}`;
    await odoo.call('res.users', 'create', [[{ name: 'Emma', login }]]);
    const [visitor] = await findExternalIds(odoo, ['base.public_user']);

    await expect(seenBy(await userIdOf(login))).rejects.toMatchObject(REFUSED);
    await expect(seenBy(visitor?.recordId ?? 0)).rejects.toMatchObject(REFUSED);
  });

  test('nor does an archived customer, one who is deleted, or the system’s own user', async () => {
    const gone = await createCustomer(odoo, 'Gone Away', ann.companyId);
    expect(await seenBy(gone.userId)).toEqual(['Ann', 'Tim']);
    await odoo.model(User).write([gone.userId], { active: false });

    for (const id of [gone.userId, 999_999, 1]) await expect(seenBy(id)).rejects.toMatchObject(REFUSED);
  });
});

test('nobody but the service may ask for others', async () => {
  const { sessionId } = await deployed.backend.sessions.authenticate(ann.login, ann.password);
  const anns = createOdoo(deployed.backend.sessions.caller({ sessionId }));
  const [action] = await findExternalIds(odoo, ['__supportdesk__.action_read_for_user']);
  const context = { supportdesk_reads: { user: bob.userId, reads: [] } };

  await expect(
    anns.call('ir.actions.server', 'run', [[action?.recordId]], { context }),
  ).rejects.toMatchObject(REFUSED);
});

async function userIdOf(login: string): Promise<number> {
  const [user] = await odoo.model(User).searchRead([['login', '=', login]], { fields: ['login'] });
  return user?.id ?? 0;
}
