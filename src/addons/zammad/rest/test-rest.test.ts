import { afterEach, expect, test } from 'vitest';
import { createZammadData } from '../../../../emulator/zammad/data/create-zammad-data.ts';
import {
  startZammadEmulator,
  type ZammadEmulator,
  type ZammadEmulatorOptions,
} from '../../../../emulator/zammad/server.ts';
import { english } from '../../../lib/phrase.ts';
import { createZammadClient } from './client.ts';
import { testRest } from './test-rest.ts';

const running: ZammadEmulator[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((zammad) => zammad.close()));
});

test('says whose token it is and that it suffices', async () => {
  expect(await run({ data: createZammadData({ tickets: 3 }) })).toEqual([
    expect.stringContaining('accepts the token of agent@desk.example'),
    'the token has the permission ticket.agent: 7 states, and tickets can be read',
    expect.stringContaining('cannot be known: the token lacks the permission admin.group'),
  ]);
});

test('names the groups that are closed, whose tickets Zammad leaves out', async () => {
  const data = createZammadData({ tickets: 3 });
  const [group] = data.groups;
  const closed = {
    ...data,
    groups: group ? [group, { ...group, id: 90, name: 'Sales', active: false }] : [],
  };
  const permissions = ['ticket.agent', 'admin.group'];

  expect((await run({ data: closed, permissions })).at(-1)).toMatch(/^One group is closed .*: Sales\./);
  expect((await run({ data, permissions })).at(-1)).toBe('no group is closed');
});

test('tells a token without the right from a user without groups', async () => {
  await expect(run({ permissions: [] })).rejects.toMatchObject({
    code: 'zammad_no_right',
    message: expect.stringContaining('Not authorized (token)!'),
  });
  await expect(run({ data: createZammadData({ tickets: 0 }) })).rejects.toMatchObject({
    code: 'zammad_no_right',
    help: expect.stringContaining('in every group'),
  });
});

async function run(options: ZammadEmulatorOptions): Promise<readonly string[]> {
  const zammad = await startZammadEmulator(options);
  running.push(zammad);
  const client = createZammadClient({ url: zammad.url, token: zammad.token });
  const found = await testRest(client, new AbortController().signal).finally(client.close);
  return found.map(english);
}
