import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ImportRefusal } from '../../src/addons/imports/import-refusal.ts';
import { ImportSource } from '../../src/addons/imports/models.ts';
import { readKnownRefusals } from '../../src/addons/zammad/import/known-refusals.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { type Deployed, startDeployed } from '../support/start-deployed.ts';

let deployed: Deployed;
let odoo: Odoo;
let sourceId = 0;

beforeAll(async () => {
  deployed = await startDeployed();
  odoo = createOdoo(deployed.service);
  const key = `trial${randomBytes(4).toString('hex')}`;
  [sourceId = 0] = await odoo.model(ImportSource).create([{ x_name: key, x_key: key }]);
  await odoo
    .model(ImportRefusal)
    .create([
      ...[1, 2, 3, 4].map((number) => refusal(number, 'dismissed', '2026-01-01 00:00:00')),
      refusal(5, 'open', '2026-02-01 00:00:00'),
      refusal(6, 'open', '2026-04-01 00:00:00'),
      refusal(7, 'resolved', '2026-01-01 00:00:00'),
    ]);
});
afterAll(() => deployed.backend.close());

function refusal(number: number, x_state: 'open' | 'dismissed' | 'resolved', x_next_at: string) {
  return {
    x_name: `Refusal ${number}`,
    x_external_id: `trial.${number}`,
    x_source_id: sourceId,
    x_source_ticket: number,
    x_state,
    x_next_at,
  };
}

test.each([
  ['all of them fit into memory', 5_000],
  ['there are more than fit into memory', 3],
])('knows what is due and what was dismissed, where %s', async (_, most) => {
  const dueBy = new Date('2026-03-01T00:00:00Z');
  const known = await readKnownRefusals({ odoo, sourceId, dueBy, most });

  expect(known.ticketIds).toEqual([5]);
  expect((await readKnownRefusals({ odoo, sourceId, dueBy: undefined, most })).ticketIds).toEqual([5, 6]);
  const found = await known.find(new Set([4, 7]), new Set(['trial.6', 'trial.99']));
  expect(found.map(({ x_source_ticket, x_state }) => [x_source_ticket, x_state])).toEqual([
    [4, 'dismissed'],
    [6, 'open'],
  ]);
});

test('asks Odoo nothing more where all of them fit into memory', async () => {
  const known = await readKnownRefusals({ odoo, sourceId, dueBy: undefined });
  deployed.backend.watched.clearRequests();

  await known.find(new Set([1]), new Set());

  expect(deployed.backend.watched.requests).toEqual([]);
});
