import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { Partner, User } from '../../src/odoo/builtin-models.ts';
import { OdooClient } from '../../src/odoo/client.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { importContext, importRecords } from '../../src/sync/import-records.ts';
import { createTechnician } from '../support/create-technician.ts';
import { type Deployed, startDeployed } from '../support/start-deployed.ts';

let deployed: Deployed;
let odoo: Odoo;
let service: Odoo;
let technician: Odoo;
let tess: Person;

interface Person {
  readonly partnerId: number;
  readonly userId: number;
}

beforeAll(async () => {
  deployed = await startDeployed();
  odoo = deployed.backend.odoo;
  service = createOdoo(deployed.service);
  const account = await createTechnician(odoo);
  const { transport, settings } = deployed.backend;
  technician = createOdoo(
    new OdooClient({
      transport,
      db: settings.ODOO_DB,
      username: account.login,
      password: account.password,
    }),
  );
  tess = await findPerson(account.login);
});
afterAll(() => deployed?.backend.close());

async function findPerson(login: string): Promise<Person> {
  const [user] = await odoo.model(User).searchRead([['login', '=', login]], { fields: ['partner_id'] });
  return { userId: user?.id ?? 0, partnerId: user?.partner_id[0] ?? 0 };
}

async function createContact(name: string): Promise<number> {
  const email = `${randomUUID()}@client.example`;
  const [id = 0] = await odoo.model(Partner).create([{ name, email }]);
  return id;
}

async function openTicket(by: Odoo, values: { x_partner_id?: number; x_user_id?: number }): Promise<number> {
  const [id = 0] = await by.model(Ticket).create([{ x_name: 'Printer jams', ...values }]);
  return id;
}

async function followersOf(ticket: number): Promise<readonly unknown[]> {
  const rows = await odoo.call('mail.followers', 'search_read', [
    [
      ['res_model', '=', Ticket.name],
      ['res_id', '=', ticket],
    ],
    ['partner_id'],
  ]);
  const partners = Array.isArray(rows) ? rows.map(({ partner_id }) => partner_id[0]) : [];
  return partners.sort((a, b) => a - b);
}

describe('the customer of a ticket follows it', () => {
  test.each(['a technician', 'the service account', 'an administrator'])('that %s made', async (who) => {
    const ann = await createContact('Ann Archer');
    const by = who === 'a technician' ? technician : who === 'the service account' ? service : odoo;

    const ticket = await openTicket(by, { x_partner_id: ann });

    const followers = await followersOf(ticket);
    expect(followers).toContain(ann);
    expect(followers).toHaveLength(who === 'the service account' ? 1 : 2);
  });

  test('that was imported, in batches, and nobody else does', async () => {
    const people = [await createContact('Ann Archer'), await createContact('Bob Baker')];
    const key = randomUUID();
    const rows = Array.from({ length: 60 }, (_, index) => ({
      externalId: `__followers__.ticket_${key}_${index}`,
      cells: {
        x_name: `Old ticket ${index}`,
        x_ticket_ref: `OLD-${key}-${index}`,
        'x_partner_id/.id': String(people[index % 2]),
      },
    }));

    const { ids } = await importRecords(service, Ticket, rows, importContext);

    expect(ids.size).toBe(60);
    for (const [index, { externalId }] of rows.entries()) {
      expect(await followersOf(ids.get(externalId) ?? 0)).toEqual([people[index % 2]]);
    }
  });

  test('that had none before', async () => {
    const ticket = await openTicket(technician, {});
    const ann = await createContact('Ann Archer');

    await technician.model(Ticket).write([ticket], { x_partner_id: ann });

    expect(await followersOf(ticket)).toEqual([tess.partnerId, ann].sort((a, b) => a - b));
  });
});

test('many that are made or changed in one call each have their own reference and followers', async () => {
  const [ann, bob] = [await createContact('Ann Archer'), await createContact('Bob Baker')];
  const tom = await findPerson((await createTechnician(odoo)).login);
  const customers = [ann, bob, undefined, ann, bob, undefined];

  const ids = await service.model(Ticket).create(
    customers.map((customer, index) => ({
      x_name: `Printer ${index}`,
      ...(customer === undefined ? {} : { x_partner_id: customer }),
      ...(index === 0 ? { x_user_id: tom.userId } : {}),
    })),
  );

  const rows = await odoo.model(Ticket).read(ids, ['x_ticket_ref', 'x_opened_at']);
  const numbers = rows.map(({ x_ticket_ref }) => Number(String(x_ticket_ref).replace('TKT-', '')));
  const [first = 0] = numbers;
  expect(numbers).toEqual(ids.map((_, index) => first + index));
  expect(rows.every(({ x_opened_at }) => x_opened_at !== false)).toBe(true);
  expect(await Promise.all(ids.map(followersOf))).toEqual([
    [ann, tom.partnerId].sort((a, b) => a - b),
    [bob],
    [],
    [ann],
    [bob],
    [],
  ]);

  // All of them go to Bob and to Tess, some of which were Bob's already, and one of them nobody's.
  await odoo.model(Ticket).write([...ids].reverse(), { x_partner_id: bob, x_user_id: tess.userId });

  const followers = [bob, tess.partnerId].sort((a, b) => a - b);
  expect(await Promise.all(ids.map(followersOf))).toEqual(ids.map(() => followers));
});

describe('who is no longer the customer', () => {
  test('stops following, and the new one does', async () => {
    const ann = await createContact('Ann Archer');
    const pia = await createContact('Pia Peeters');
    const ticket = await openTicket(service, { x_partner_id: ann });

    await technician.model(Ticket).write([ticket], { x_partner_id: pia });

    expect(await followersOf(ticket)).toEqual([pia]);
  });

  test('goes on following where they had been put in copy before', async () => {
    const ann = await createContact('Ann Archer');
    const pia = await createContact('Pia Peeters');
    const bob = await createContact('Bob Baker');
    const ticket = await openTicket(service, { x_partner_id: ann });
    await technician.call(Ticket.name, 'message_subscribe', [[ticket], [bob]]);

    await technician.model(Ticket).write([ticket], { x_partner_id: bob });
    await technician.model(Ticket).write([ticket], { x_partner_id: pia });

    expect(await followersOf(ticket)).toEqual([pia, bob]);
  });

  test('stops following where the ticket has none any more', async () => {
    const ann = await createContact('Ann Archer');
    const ticket = await openTicket(service, { x_partner_id: ann });

    await technician.model(Ticket).write([ticket], { x_partner_id: false });

    expect(await followersOf(ticket)).toEqual([]);
  });
});

describe('who is assigned', () => {
  test('follows, until somebody else is', async () => {
    const ann = await createContact('Ann Archer');
    const tom = await findPerson((await createTechnician(odoo)).login);
    const ticket = await openTicket(service, { x_partner_id: ann, x_user_id: tom.userId });
    expect(await followersOf(ticket)).toContain(tom.partnerId);

    await technician.model(Ticket).write([ticket], { x_user_id: tess.userId });

    expect(await followersOf(ticket)).toEqual([ann, tess.partnerId].sort((a, b) => a - b));

    await technician.model(Ticket).write([ticket], { x_user_id: false });

    expect(await followersOf(ticket)).toEqual([ann]);
  });
});
