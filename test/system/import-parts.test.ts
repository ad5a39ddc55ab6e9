import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createTroubledData } from '../../emulator/zammad/data/create-troubled-data.ts';
import { articleTypes, senders } from '../../emulator/zammad/lookups.ts';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { type State, uniqueData } from './import-world.ts';
import { setUpWorlds } from './set-up-worlds.ts';

const worlds = setUpWorlds();

const troubled = (suffix: string) => uniqueData(suffix, createTroubledData({ longestBody: 100_000 }));

/** The ticket of a title, and what belongs to it. */
function partsOf(state: State, title: string) {
  const [key, ticket] = Object.entries(state.tickets).find(([, { x_name }]) => x_name === title) ?? [];
  if (key === undefined || !ticket) throw new Error(`no ticket "${title}"`);
  const own = (records: State['messages']) =>
    Object.values(records).filter((record) => record.ticket === key);
  return { key, ticket, messages: own(state.messages), files: own(state.files) };
}

describe('a Zammad that grew for years', () => {
  test('comes over whole, and a second look finds nothing to do', async () => {
    const world = await worlds.start({ data: troubled });

    const result = await world.run();
    const state = await world.readState();
    const again = await world.run({ mode: 'full' });

    expect(result.refusals).toEqual([]);
    expect(result.created).toBe(world.zammad.data.tickets.length);
    expect(Object.values(state.tickets).filter(({ x_import_pending }) => x_import_pending)).toEqual([]);
    expect(Object.keys(state.messages).filter((key) => key.startsWith('unknown'))).toEqual([]);
    expect(again).toMatchObject({ created: 0, updated: 0, messages: 0 });
  });

  test('brings files with their bytes, and shows images in their place', async () => {
    const world = await worlds.start({ data: troubled });
    await world.run();

    const images = partsOf(await world.readState(), 'images in the body');

    const names = images.files.map(({ name }) => name);
    const sha1 = createHash('sha1').update('%PDF-1.4 invoice').digest('hex');
    expect(names.toSorted()).toEqual(['Rechnung Feb.pdf', 'image-501', 'image-502', 'not shown.png']);
    expect(images.files.find(({ name }) => name === 'Rechnung Feb.pdf')).toMatchObject({ checksum: sha1 });
    expect(images.ticket.x_description).toMatch(/src="\/web\/image\/file_\d+".*src="\/web\/image\/file_\d+"/);
    expect(images.ticket.x_description).not.toContain('cid:');
  });
});

test('work began when somebody of the desk did something, not when the import ran', async () => {
  const world = await worlds.start();
  const agent = { type_id: articleTypes.note, sender_id: senders.Agent, body: 'Looking', created_by_id: 3 };
  const asked = { body: 'It jams' };
  const worked = world.zammad.addTicket({ title: 'worked', customer_id: 5, state_id: 2 }, [
    { ...asked, created_at: '2026-01-02T08:00:00.000Z' },
    { ...agent, created_at: '2026-01-03T09:00:00.000Z' },
  ]);
  const left = world.zammad.addTicket({ title: 'left', customer_id: 5, state_id: 2 }, [asked]);

  await world.run();

  const { odoo } = worlds.backend;
  const found = await findExternalIds(odoo, [
    world.externalId('ticket', worked.id),
    world.externalId('ticket', left.id),
  ]);
  const rows = await odoo.model(Ticket).searchRead([['id', 'in', found.map(({ recordId }) => recordId)]], {
    fields: ['x_name', 'x_state', 'x_started_at'],
    order: 'x_name',
  });
  expect(rows).toMatchObject([
    { x_name: 'left', x_state: 'in_progress', x_started_at: false },
    { x_name: 'worked', x_state: 'in_progress', x_started_at: '2026-01-03 09:00:00' },
  ]);
});

describe('a comparison with what Zammad has', () => {
  test('archives a ticket that Zammad says is gone in two runs, not in one', async () => {
    const world = await worlds.start();
    await world.run();
    const [gone] = world.zammad.data.tickets;
    const key = `ticket_${gone?.id}`;
    const isActive = async () => (await world.readState()).tickets[key]?.x_active;
    world.zammad.deleteTicket(gone?.id ?? 0);

    await world.run({ mode: 'full' });
    const afterOne = await isActive();
    await world.run({ mode: 'full' });
    const afterTwo = await isActive();

    expect([afterOne, afterTwo]).toEqual([true, false]);
    expect(await world.run({ mode: 'full' })).toMatchObject({ created: 0, updated: 0 });
  });

  test('follows new names of people, companies, groups and states without a change of any ticket', async () => {
    const world = await worlds.start();
    await world.run();
    const { zammad } = world;
    const ticket = zammad.data.tickets.find(({ customer_id }) => customer_id === 5);
    zammad.updateUser(5, { lastname: 'Butcher' });
    zammad.updateOrganization(3, { name: 'Acme Bakers' });
    zammad.updateState(ticket?.state_id ?? 0, { name: 'being looked at' });

    await world.run({ mode: 'full' });

    const { tickets, partners } = await world.readState();
    expect(partners.user_5).toMatchObject({ name: 'Ann Butcher' });
    expect(partners.organization_3).toMatchObject({ name: 'Acme Bakers' });
    expect(tickets[`ticket_${ticket?.id}`]).toMatchObject({ x_source_state: 'being looked at' });
  });
});
