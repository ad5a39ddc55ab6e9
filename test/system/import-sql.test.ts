import { expect, test } from 'vitest';
import { createTroubledData } from '../../emulator/zammad/data/create-troubled-data.ts';
import { type State, uniqueData, type World, type WorldOptions } from './import-world.ts';
import { setUpWorlds } from './set-up-worlds.ts';

const worlds = setUpWorlds();

function start(options: WorldOptions): Promise<World> {
  const data = (suffix: string) =>
    uniqueData(suffix, createTroubledData({ crowd: 250, longestBody: 100_000 }));
  return worlds.start({ data, ...options });
}

test('the database brings what the REST API brings, at first and after changes', {
  timeout: 600_000,
}, async () => {
  const rest = await start({});
  const sql = await start({ isSql: true });

  const first = await sql.run();
  await rest.run();
  const afterFirst = [comparable(await sql.readState(), sql), comparable(await rest.readState(), rest)];
  for (const world of [rest, sql]) {
    world.zammad.mergeTickets(1001, 1002);
    world.zammad.addArticle(1003, { body: 'One more thing' });
    world.zammad.updateTicket(1004, { title: 'Now it smokes', state_id: 4 });
    world.zammad.tagTicket(1005, ['Burning']);
  }
  const second = await sql.run();
  await rest.run();
  const afterSecond = [comparable(await sql.readState(), sql), comparable(await rest.readState(), rest)];

  expect(first).toMatchObject({ created: sql.zammad.data.tickets.length, refused: 0 });
  expect(afterFirst[0]).toEqual(afterFirst[1]);
  expect(second).toMatchObject({ created: 0, refused: 0 });
  expect(afterSecond[0]).toEqual(afterSecond[1]);
});

test('a run over the database that finds nothing new asks Odoo three times at most', {
  timeout: 600_000,
}, async () => {
  const world = await start({ isSql: true });
  await world.run();

  const again = await world.run();

  expect(again).toMatchObject({ created: 0, updated: 0 });
  expect(world.calls.length).toBeLessThanOrEqual(3);
});

test('a query that an administrator spoiled ends the run before anything is written', async () => {
  const world = await start({ isSql: true });
  await world.run({ mode: 'test' });
  const sources = await worlds.backend.odoo.call('x_support.import_source', 'search', [
    [['x_key', '=', world.sourceName]],
  ]);
  await worlds.backend.odoo.call('x_support.import_source', 'write', [
    sources,
    { x_query: 'SELECT id, title, updated_at FROM tickets' },
  ]);

  await expect(world.run()).rejects.toMatchObject({
    code: 'zammad_bad_query',
    message: expect.stringContaining('column "number" is missing'),
  });

  expect((await world.readState()).tickets).toEqual({});
});

/** Of images in a body the REST API tells neither name nor type. */
function comparable(state: State, { suffix, zammad }: World): State {
  const shown = new Set(Object.values(state.files).filter(({ name }) => /^image-?\d/.test(String(name))));
  const files = Object.entries(state.files).map(([key, file]) => [
    key,
    shown.has(file) ? { ...file, name: 'image', mimetype: 'image' } : file,
  ]);
  return JSON.parse(
    JSON.stringify({ ...state, files: Object.fromEntries(files) })
      .replaceAll(suffix, '')
      .replaceAll(zammad.url, ''),
  );
}
