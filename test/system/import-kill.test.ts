import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTroubledData } from '../../emulator/zammad/data/create-troubled-data.ts';
import type { OdooClient } from '../../src/odoo/client.ts';
import { OdooError } from '../../src/odoo/faults.ts';
import { Killed } from '../support/interrupt.ts';
import type { Backend } from '../support/start-backend.ts';
import { startDeployed } from '../support/start-deployed.ts';
import { createWorld, type Interceptor, type State, uniqueData, type World } from './import-world.ts';

const isLive = process.env.TEST_BACKEND === 'live';
const kills = isLive ? 10 : 50;
const crowd = Number(process.env.IMPORT_TICKETS ?? (isLive ? 4900 : 600));
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

let backend: Backend;
let service: OdooClient;

beforeAll(async () => {
  ({ backend, service } = await startDeployed());
});
afterAll(() => backend.close());

test(`an import that is killed ${kills} times ends with everything exactly once (seed ${seed})`, {
  timeout: 3_600_000,
}, async () => {
  const random = createRandom(seed);
  const calm = await start();
  const struck = await start();
  await calm.run();
  const { length: calls } = calm.calls;
  const expected = comparable(await calm.readState(), calm);

  const deaths: string[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    // About as many calls as bring every death a little further than the last.
    const after = 1 + Math.floor(random() * ((calls / kills) * 2 + 25));
    const death = DEATHS[kill % DEATHS.length] ?? 'Zammad';
    const gone = death === 'Zammad' ? goneAfter(struck, after * 20) : undefined;
    const interception = death === 'Zammad' ? {} : { intercept: dieAt(after, death) };
    const run = struck.run({ leaseMs: 0, ...interception });
    await run.then(
      () => deaths.push('none'),
      () => deaths.push(death),
    );
    gone?.comeBack();
  }
  const last = await struck.run({ leaseMs: 0 });
  const again = await struck.run({ mode: 'full' });
  const ended = comparable(await struck.readState(), struck);

  expect(deaths.filter((death) => death !== 'none').length).toBeGreaterThan(kills / 2);
  expect(last.refusals).toEqual([]);
  expect(again).toMatchObject({ created: 0, updated: 0, messages: 0, refused: 0 });
  expect(Object.keys(ended.tickets)).toHaveLength(struck.zammad.data.tickets.length);
  for (const kind of ['tickets', 'messages', 'files', 'partners'] as const) {
    expect(Object.keys(ended[kind]).filter((key) => key.startsWith('unknown'))).toEqual([]);
    expect(ended[kind]).toEqual(expected[kind]);
  }
  await calm.close();
  await struck.close();
});

function start(): Promise<World> {
  return createWorld(
    { service, inspector: backend.client },
    { data: (suffix) => uniqueData(suffix, createTroubledData({ crowd, longestBody: 100_000 })) },
  );
}

const DEATHS = ['service', 'service in a write', 'Odoo', 'Odoo in a write', 'Zammad'] as const;

/** From the death on no call of this run comes through; whether the last was carried out, nobody hears. */
function dieAt(after: number, death: (typeof DEATHS)[number]): Interceptor {
  const isOdoo = death.startsWith('Odoo');
  let count = 0;
  return async (_, send) => {
    count += 1;
    if (count < after) return send();
    if (count === after && death.endsWith('write')) await send();
    throw isOdoo
      ? new OdooError('Odoo does not answer', { code: 'odoo_unreachable', retryable: true })
      : new Killed(`at call ${count}`);
  };
}

/** A Zammad that refuses everything after so many requests, until it comes back. */
function goneAfter({ zammad }: World, after: number) {
  let count = 0;
  let isGone = true;
  zammad.onRequest(() => {
    count += 1;
    const refusal = { status: 401, body: '{"error":"token expired"}', contentType: 'application/json' };
    if (isGone && count > after) zammad.fail(refusal);
  });
  return {
    comeBack() {
      isGone = false;
    },
  };
}

function comparable(state: State, { suffix, zammad }: World): State {
  return JSON.parse(JSON.stringify(state).replaceAll(suffix, '').replaceAll(zammad.url, ''));
}

/** Numbers that follow from a seed, so that a run that failed can be had again. */
function createRandom(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
