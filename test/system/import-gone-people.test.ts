import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ImportRefusal } from '../../src/addons/imports/import-refusal.ts';
import { ImportSource } from '../../src/addons/imports/models.ts';
import { GoneContact } from '../../src/addons/zammad/gone/model.ts';
import { ImportedTicket } from '../../src/addons/zammad/models.ts';
import { Message, Partner, User } from '../../src/odoo/builtin-models.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { runServerAction } from '../support/run-server-action.ts';
import type { World } from './import-world.ts';
import { setUpWorlds } from './set-up-worlds.ts';

const worlds = setUpWorlds();
const ANN = 5;

async function partnerOf(world: World, userId: number): Promise<number> {
  const [link] = await findExternalIds(worlds.backend.odoo, [world.externalId('user', userId)]);
  return link?.recordId ?? 0;
}

async function read(id: number) {
  const [row] = await worlds.backend.odoo.model(Partner).searchRead([['id', '=', id]], {
    fields: ['name', 'email', 'phone', 'mobile', 'parent_id', 'active'],
    context: { active_test: false },
  });
  return row;
}

async function goneOf(world: World) {
  const rows = await worlds.backend.odoo
    .model(GoneContact)
    .searchRead([['x_source_id.x_key', '=', world.sourceName]], {
      fields: ['x_partner_id', 'x_external_id', 'x_state', 'x_uses', 'x_name'],
    });
  return rows.map((row) => ({ ...row, contactId: row.x_partner_id ? row.x_partner_id[0] : 0 }));
}

async function sourceOf(world: World): Promise<number> {
  const [id = 0] = await worlds.backend.odoo.model(ImportSource).search([['x_key', '=', world.sourceName]]);
  return id;
}

/** The next daily comparison. */
async function compare(world: World) {
  const { odoo } = worlds.backend;
  await odoo.model(ImportSource).write([await sourceOf(world)], { x_reconciled_at: '2020-01-01 00:00:00' });
  return world.run();
}

async function forget(world: World) {
  const ids = (await goneOf(world)).map(({ id }) => id);
  await runServerAction(worlds.backend.odoo, 'action_gone_forget', GoneContact.name, ids);
}

describe.each([
  ['REST', false],
  ['its database', true],
])('a person whom Zammad has forgotten, over %s', (_, isSql) => {
  test('is archived after two comparisons, and forgotten with a click', async () => {
    const world = await worlds.start({ isSql });
    await world.run();
    const id = await partnerOf(world, ANN);
    const before = await read(id);
    const own = world.zammad.data.tickets.filter(({ customer_id }) => customer_id === ANN).length;
    const [refused] = world.zammad.data.tickets.filter(({ customer_id }) => customer_id === ANN);
    const { odoo } = worlds.backend;
    const refusals = await odoo.model(ImportRefusal).create([
      {
        x_name: 'Of a ticket',
        x_external_id: `${world.sourceName}.refused`,
        x_source_id: await sourceOf(world),
        x_source_ticket: refused?.id ?? 0,
        x_data: 'Ann Baker',
      },
    ]);
    world.zammad.deleteUser(ANN);
    world.zammad.clearRequests();

    await compare(world);
    const once = [await read(id), await goneOf(world)];
    await compare(world);
    const twice = [await read(id), await goneOf(world)];
    await compare(world);
    const asked = world.zammad.requests.filter(({ path }) => path.startsWith(`/api/v1/users/${ANN}`)).length;
    await forget(world);

    const tickets = await odoo.model(ImportedTicket).search([['x_partner_id', '=', id]], {
      context: { active_test: false },
    });
    const chatter = await odoo.model(Message).search([
      ['model', '=', 'res.partner'],
      ['res_id', '=', id],
    ]);
    expect(own).toBeGreaterThan(0);
    expect(once).toMatchObject([{ active: true }, [{ x_state: 'missing', contactId: id }]]);
    expect(twice).toMatchObject([{ ...before, active: false }, [{ x_state: 'archived', x_uses: false }]]);
    // The lists tell that somebody is absent; only then is Zammad asked for them.
    expect(asked).toBe(isSql ? 0 : 2);
    expect(await goneOf(world)).toMatchObject([{ x_state: 'forgotten', contactId: id }]);
    expect(await read(id)).toEqual({
      id,
      name: 'Forgotten contact',
      email: false,
      phone: false,
      mobile: false,
      parent_id: false,
      active: false,
    });
    expect(tickets).toEqual([]);
    expect(await odoo.model(ImportRefusal).search([['id', 'in', refusals]])).toEqual([]);
    expect(chatter).toEqual([]);
  });
});

/** The customers of the world's tickets, and a contact each. */
async function customersOf(world: World) {
  const ids = [...new Set(world.zammad.data.tickets.map(({ customer_id }) => customer_id))];
  return Promise.all(ids.map(async (userId) => ({ userId, contactId: await partnerOf(world, userId) })));
}

test('one that something in Odoo uses is listed with what that is, stays, and goes once nothing does', async () => {
  const world = await worlds.start();
  const { odoo } = worlds.backend;
  await world.run();
  const [one, two, three] = await customersOf(world);
  if (!one || !two || !three) throw new Error('the world has three customers');
  const [ticket = 0] = await odoo
    .model(ImportedTicket)
    .create([{ x_name: 'By phone', x_partner_id: one.contactId }]);
  await odoo
    .model(User)
    .create([{ login: `two.${world.suffix}@acme.example`, name: 'Two', partner_id: two.contactId }], {
      no_reset_password: true,
    });
  await odoo.call('res.partner', 'message_post', [[three.contactId]], {
    body: 'Called about the invoice',
    message_type: 'comment',
  });
  for (const { userId } of [one, two, three]) world.zammad.deleteUser(userId);

  await compare(world);
  await compare(world);
  const listed = new Map((await goneOf(world)).map((row) => [row.contactId, row]));
  await forget(world);
  const kept = await Promise.all([one, two, three].map(({ contactId }) => read(contactId)));
  await odoo.model(ImportedTicket).unlink([ticket]);
  await compare(world);

  expect([one, two, three].map(({ contactId }) => listed.get(contactId))).toMatchObject([
    { x_state: 'used', x_uses: expect.stringContaining('Support Ticket (1)') },
    { x_state: 'used', x_uses: expect.stringContaining('User (1)') },
    { x_state: 'used', x_uses: expect.stringContaining('Message (1)') },
  ]);
  expect(kept).toMatchObject([{ active: true }, { active: true }, { active: true }]);
  expect(kept.map((contact) => contact?.name)).not.toContain('Forgotten contact');
  expect(await read(one.contactId)).toMatchObject({ active: false, name: kept[0]?.name });
  expect((await goneOf(world)).map(({ x_state }) => x_state).sort()).toEqual(['archived', 'used', 'used']);
});

test('one that came into use before the click is not forgotten', async () => {
  const world = await worlds.start();
  await world.run();
  const id = await partnerOf(world, ANN);
  world.zammad.deleteUser(ANN);
  await compare(world);
  await compare(world);
  await worlds.backend.odoo.model(ImportedTicket).create([{ x_name: 'By phone', x_partner_id: id }]);
  const before = await read(id);

  await forget(world);

  expect(await read(id)).toEqual(before);
  expect(await goneOf(world)).toMatchObject([
    { x_state: 'used', x_uses: expect.stringContaining('Support Ticket (1)') },
  ]);
});

test('whoever comes back in Zammad is active again, and has a new contact where the old one was forgotten', async () => {
  const world = await worlds.start();
  await world.run();
  const id = await partnerOf(world, ANN);
  const user = { ...world.zammad.data.users.find((row) => row.id === ANN), login: 'ann', id: ANN };
  const before = await read(id);
  const leave = async () => {
    world.zammad.deleteUser(ANN);
    await compare(world);
    await compare(world);
  };

  await leave();
  world.zammad.addUser(user);
  await compare(world);
  const back = [await read(id), (await goneOf(world)).map(({ x_state }) => x_state)];
  await leave();
  await forget(world);
  world.zammad.addUser(user);
  world.zammad.addTicket({ title: 'Here I am again', customer_id: ANN }, [{ body: 'Hello' }]);
  await compare(world);

  const another = await partnerOf(world, ANN);
  expect(back).toEqual([before, ['back']]);
  expect(await read(id)).toMatchObject({ name: 'Forgotten contact', active: false });
  expect(another).not.toBe(id);
  expect(await read(another)).toMatchObject({ name: before?.name, active: true });
});

test('a company goes with its people', async () => {
  const world = await worlds.start();
  await world.run();
  const organizationId = world.zammad.data.users.find(({ id }) => id === ANN)?.organization_id ?? 0;
  const people = world.zammad.data.users.filter((user) => user.organization_id === organizationId);
  for (const { id } of people) world.zammad.deleteUser(id);
  world.zammad.removeOrganization(organizationId);

  await compare(world);
  await compare(world);

  const [link] = await findExternalIds(worlds.backend.odoo, [
    world.externalId('organization', organizationId),
  ]);
  expect(await read(link?.recordId ?? 0)).toMatchObject({ active: false });
  expect((await goneOf(world)).map(({ x_state }) => x_state)).not.toContain('used');
});

test('whoever merely cannot be seen is not gone, nor is a contact of the office’s own', async () => {
  const world = await worlds.start();
  const { odoo } = worlds.backend;
  const own = world.zammad.data.users.find(({ id }) => id === 6);
  const [office = 0] = await odoo.model(Partner).create([{ name: 'Office', email: own?.email ?? '' }]);
  await world.run();
  const id = await partnerOf(world, ANN);
  // The lists leave Ann out, and asked for her Zammad says that one may not.
  const rows = world.zammad.data.users.filter((user) => user.id !== ANN && user.id !== 6);
  const body = JSON.stringify(rows);
  const always = { times: 1_000 };
  world.zammad.fail({
    ...always,
    body: '[]',
    status: 200,
    match: { path: '/api/v1/users', query: { page: '2' } },
  });
  world.zammad.fail({ ...always, body, status: 200, match: { path: '/api/v1/users', query: { page: '1' } } });
  world.zammad.fail({
    ...always,
    status: 403,
    body: JSON.stringify({ error: 'Not authorized' }),
    match: { path: `/api/v1/users/${ANN}` },
  });
  world.zammad.fail({
    ...always,
    status: 404,
    body: JSON.stringify({ error: 'No such user' }),
    match: { path: '/api/v1/users/6' },
  });

  await compare(world);
  await compare(world);
  await compare(world);

  expect(await goneOf(world)).toEqual([]);
  expect(await read(id)).toMatchObject({ active: true });
  expect(await read(office)).toMatchObject({ name: 'Office', active: true });
});

test('where Odoo cannot tell what uses them, nobody is archived and tickets come over all the same', async () => {
  const world = await worlds.start();
  await world.run();
  const id = await partnerOf(world, ANN);
  world.zammad.deleteUser(ANN);
  await compare(world);
  const [action] = await findExternalIds(worlds.backend.odoo, ['__supportdesk__.action_find_uses']);
  const [{ code } = { code: '' }] = z
    .array(z.object({ code: z.string() }))
    .parse(await worlds.backend.odoo.call('ir.actions.server', 'read', [[action?.recordId], ['code']]));
  const edit = (text: string) =>
    worlds.backend.odoo.call('ir.actions.server', 'write', [[action?.recordId], { code: text }]);

  await edit("raise UserError('Out of order')");
  world.zammad.addTicket({ title: 'Meanwhile', customer_id: 6 }, [{ body: 'Hello' }]);
  const result = await compare(world);
  await edit(code);

  expect(result).toMatchObject({ outcome: 'finished', created: 1 });
  expect(await read(id)).toMatchObject({ active: true });
  expect(world.warnings).toContainEqual([expect.stringContaining('none is archived'), expect.anything()]);
});
