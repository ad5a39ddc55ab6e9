import { afterAll, beforeAll, expect, test } from 'vitest';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { createFeed } from '../../src/feed/feed.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { type Deployed, startDeployed } from '../support/start-deployed.ts';

let deployed: Deployed;
let service: Odoo;
const { signal } = new AbortController();

beforeAll(async () => {
  deployed = await startDeployed();
  service = createOdoo(deployed.service);
});
afterAll(() => deployed.backend.close());

const tickets = () => deployed.backend.odoo.model(Ticket);

function feedOf(ids: readonly number[], batchSize = 3) {
  return createFeed({
    odoo: service,
    shape: Ticket,
    fields: ['x_name', 'x_state'],
    domain: [['id', 'in', ids]],
    batchSize,
  });
}

/** Reads until a number of records have come: a feed waits for the second to end. */
async function follow(feed: ReturnType<typeof feedOf>, from: string, count: number) {
  const records: { readonly id: number; readonly x_state: string }[] = [];
  let cursor = from;
  await expect
    .poll(
      async () => {
        for await (const batch of feed.read(cursor, signal)) {
          records.push(...batch.records);
          cursor = batch.cursor;
        }
        return records.length;
      },
      { timeout: 30_000, interval: 250 },
    )
    .toBe(count);
  return { records, cursor };
}

async function createTickets(count: number): Promise<readonly number[]> {
  return tickets().create(Array.from({ length: count }, (_, index) => ({ x_name: `Feed ${index}` })));
}

test('follows the changes of a model, those of archived records too', async () => {
  const from = await feedOf([]).now(signal);
  const ids = await createTickets(8);
  const feed = feedOf(ids);

  const created = await follow(feed, from, 8);
  expect(created.records.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(ids);
  const [first = 0, second = 0] = ids;
  await tickets().write([second], { x_state: 'done' });
  await tickets().write([first], { x_active: false });

  const changed = await follow(feed, created.cursor, 2);
  // Within one second it may go by id.
  expect(new Set(changed.records.map(({ id }) => id))).toEqual(new Set([second, first]));
  deployed.backend.watched.clearRequests();
  for await (const batch of feed.read(changed.cursor, signal)) expect(batch.records).toEqual([]);
  expect(deployed.backend.watched.requests.length).toBeLessThanOrEqual(3);
});

test.runIf(process.env.TEST_BACKEND === 'live')(
  'holds back what is younger than a transaction that is still open, and loses nothing of it',
  async () => {
    const { odoo } = deployed.backend;
    const ids = await createTickets(2);
    const [late = 0, early = 0] = ids;
    const [model] = await findExternalIds(odoo, ['__supportdesk__.model__x_support_ticket']);
    const code = `
model.browse(${late}).write({'x_state': 'waiting'})
env.cr.execute("SELECT pg_sleep(6)")`.trim();
    const action = { name: 'Slow change', model_id: model?.recordId, state: 'code', code };
    const [slow] = (await odoo.call('ir.actions.server', 'create', [[action]])) as number[];
    const feed = feedOf(ids);
    const { cursor } = await follow(feed, await feed.now(signal).then(() => '2020-01-01 00:00:00'), 2);

    const changing = odoo.call('ir.actions.server', 'run', [[slow]]);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    await tickets().write([early], { x_state: 'done' });
    const meanwhile: number[] = [];
    for await (const batch of feed.read(cursor, signal)) meanwhile.push(...batch.records.map(({ id }) => id));
    await changing;

    expect(meanwhile).toEqual([]);
    const { records } = await follow(feed, cursor, 2);
    expect(records.map(({ id }) => id)).toEqual([late, early]);
    await odoo.call('ir.actions.server', 'unlink', [[slow]]);
  },
);
