import { expect, test, vi } from 'vitest';
import { ImportRefusal } from '../../src/addons/imports/import-refusal.ts';
import { Partner, User } from '../../src/odoo/builtin-models.ts';
import type { World } from './import-world.ts';
import { setUpWorlds } from './set-up-worlds.ts';

const worlds = setUpWorlds();
const FIELDS = ['name', 'email', 'phone', 'mobile', 'parent_id', 'active'] as const;

async function partnerOf(world: World, userId: number): Promise<number> {
  const [module, name] = world.externalId('user', userId).split('.');
  const found = await worlds.backend.odoo.call('ir.model.data', 'search_read', [
    [
      ['module', '=', module],
      ['name', '=', name],
    ],
    ['res_id'],
  ]);
  return Number((found as readonly { res_id: number }[])[0]?.res_id);
}

async function read(id: number) {
  const [row] = await worlds.backend.odoo.model(Partner).searchRead([['id', '=', id]], {
    fields: FIELDS,
    context: { active_test: false },
  });
  if (!row) throw new Error(`there is no contact ${id}`);
  return row;
}

/** As "Merge contacts" does. */
async function merge(survivor: number, other: number): Promise<void> {
  const wizard = 'base.partner.merge.automatic.wizard';
  const { odoo } = worlds.backend;
  const values = { partner_ids: [[6, 0, [survivor, other]]], dst_partner_id: survivor };
  await odoo.call(wizard, 'action_merge', [await odoo.call(wizard, 'create', [values])]);
}

const ticketOf = (world: World, userId: number) =>
  world.zammad.data.tickets.find(({ customer_id }) => customer_id === userId)?.id ?? 0;

/** Zammad changes a user, and somebody writes to one of the user's tickets. */
function change(world: World, userId: number, values: Parameters<World['zammad']['updateUser']>[1]): void {
  world.zammad.updateUser(userId, values);
  world.zammad.addArticle(ticketOf(world, userId), { body: 'News' });
}

/** Two contacts made in one second would be taken for made together. */
const nextSecond = async () => {
  const second = new Date().getSeconds();
  await vi.waitUntil(() => new Date().getSeconds() !== second, { timeout: 2_000, interval: 20 });
};

test('a contact of the office’s into which one of the import’s was merged stays the office’s', async () => {
  const world = await worlds.start();
  const [office = 0] = await worlds.backend.odoo.model(Partner).create([{ name: 'Front desk', phone: '1' }]);
  await nextSecond();
  await world.run();
  await merge(office, await partnerOf(world, 5));
  const merged = await read(office);

  change(world, 5, { firstname: 'Annabel', phone: '0999', email: `else.${world.suffix}@acme.example` });
  const result = await world.run({ mode: 'full' });

  expect(result.refused).toBe(0);
  expect(await read(office)).toEqual(merged);
  expect(merged).toMatchObject({ name: 'Front desk', phone: '1' });
  expect(await partnerOf(world, 5)).toBe(office);
  const tickets = await worlds.backend.odoo.call('x_support.ticket', 'search_count', [
    [['x_partner_id', '=', office]],
  ]);
  expect(tickets).toBe(world.zammad.data.tickets.filter(({ customer_id }) => customer_id === 5).length);
});

test('of two contacts of the import’s the survivor follows its own user, and keeps what the merge brought', async () => {
  const world = await worlds.start();
  const [one = 0, two = 0] = [
    ...new Set(world.zammad.data.tickets.map(({ customer_id }) => customer_id)),
  ].filter((id) => world.zammad.data.users.find((user) => user.id === id)?.organization_id);
  world.zammad.updateUser(one, { phone: '', organization_id: null });
  world.zammad.updateUser(two, { phone: '0222' });
  await world.run();
  const survivor = await partnerOf(world, one);
  await merge(survivor, await partnerOf(world, two));
  const merged = await read(survivor);

  change(world, two, { firstname: 'Other', lastname: 'Person' });
  await world.run();
  const afterOther = await read(survivor);
  change(world, one, { firstname: 'Renamed', lastname: 'Survivor' });
  await world.run();
  await world.run({ mode: 'full' });

  expect(merged).toMatchObject({ phone: '0222', parent_id: [expect.any(Number), expect.any(String)] });
  expect(afterOther).toEqual(merged);
  expect(await read(survivor)).toEqual({ ...merged, name: 'Renamed Survivor' });
});

test('what people wrote into a contact of the import’s outlives a change of something else in Zammad', async () => {
  const world = await worlds.start();
  await world.run();
  const id = await partnerOf(world, 5);
  await worlds.backend.odoo.model(Partner).write([id], { mobile: '0470' });

  change(world, 5, { lastname: 'Butcher' });
  await world.run({ mode: 'full' });

  expect(await read(id)).toMatchObject({ name: 'Ann Butcher', mobile: '0470' });
});

test('one that can log in stays when it is deactivated in Zammad, which is said once, and goes after its login', async () => {
  const world = await worlds.start();
  await world.run();
  const id = await partnerOf(world, 5);
  const userId = await giveLogin(id, `login.${world.suffix}@acme.example`);

  change(world, 5, { active: false, lastname: 'Leaver' });
  const first = await world.run();
  const stays = await read(id);
  const second = await world.run({ mode: 'full' });
  await worlds.backend.odoo.model(User).write([userId], { active: false });
  await world.run({ mode: 'full' });

  const listed = await worlds.backend.odoo
    .model(ImportRefusal)
    .searchRead([['x_external_id', '=', world.externalId('user', 5)]], {
      fields: ['x_reason', 'x_kind', 'x_next_at', 'x_attempts'],
    });
  expect(first.refused).toBe(1);
  expect(stays).toMatchObject({ name: 'Ann Leaver', active: true });
  expect(second.refused).toBe(0);
  expect(listed).toMatchObject([{ x_kind: 'contact', x_next_at: false, x_attempts: 1 }]);
  expect(listed[0]?.x_reason).toContain('Ann Leaver');
  expect(listed[0]?.x_reason).not.toContain('RedirectWarning');
  expect(await read(id)).toMatchObject({ active: false });
});

async function giveLogin(partnerId: number, login: string): Promise<number> {
  const { odoo } = worlds.backend;
  const [group] = (await odoo.call('ir.model.data', 'search_read', [
    [
      ['module', '=', 'base'],
      ['name', '=', 'group_portal'],
    ],
    ['res_id'],
  ])) as readonly { res_id: number }[];
  const [id = 0] = await odoo
    .model(User)
    .create(
      [{ login, name: 'Ann Baker', partner_id: partnerId, groups_id: [[6, 0, [group?.res_id ?? 0]]] }],
      {
        no_reset_password: true,
      },
    );
  return id;
}
