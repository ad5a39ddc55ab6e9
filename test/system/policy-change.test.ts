import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Policy, SlaTicket } from '../../src/addons/sla/models.ts';
import { createRecomputeJob } from '../../src/addons/sla/recompute-job.ts';
import { Tag } from '../../src/addons/teams/models.ts';
import type { JobCursor } from '../../src/jobs/job.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { createSilentLog } from '../support/create-silent-log.ts';
import { Killed } from '../support/interrupt.ts';
import { runServerAction } from '../support/run-server-action.ts';
import type { Backend } from '../support/start-backend.ts';
import { startDeployed } from '../support/start-deployed.ts';

const HOUR = 3600;
const unique = randomUUID().slice(0, 8);
const now = Math.floor(Date.now() / 1000);

let backend: Backend;
let service: Odoo;
let tag: number;
let policy: number;
/** Opened half an hour to eleven and a half hours ago; the fourth waits, since half an hour after it was opened. */
let open: readonly number[];
const openedAt = (index: number) => now - (index + 0.5) * HOUR;
const isWaiting = (index: number) => index === 3;

beforeAll(async () => {
  const deployed = await startDeployed();
  backend = deployed.backend;
  service = createOdoo(deployed.service);
  [tag = 0] = await backend.odoo.model(Tag).create([{ x_name: `Policies ${unique}` }]);
  policy = await createPolicy({ x_solution_hours: 4 });
  open = await createTickets(
    Array.from({ length: 12 }, (_, index) => [
      `${openedAt(index)} run`,
      ...(isWaiting(index) ? [`${openedAt(index) + HOUR / 2} wait`] : []),
    ]),
    (index) => (isWaiting(index) ? 'waiting' : 'in_progress'),
  );
  await apply();
  await runJob();
});
afterAll(async () => {
  await backend?.odoo.model(Policy).write([policy], { x_active: false });
  await backend?.close();
});

async function createPolicy(values: object): Promise<number> {
  const [id = 0] = await backend.odoo
    .model(Policy)
    .create([{ x_name: `Policy ${unique}`, x_sequence: -1, x_tag_ids: [[6, 0, [tag]]], ...values }]);
  return id;
}

async function createTickets(
  ledgers: readonly (readonly string[])[],
  stateOf: (index: number) => 'in_progress' | 'waiting',
) {
  const model = backend.odoo.model(SlaTicket);
  const ids = await model.create(
    ledgers.map((_, index) => ({
      x_name: `Promised ${index} ${unique}`,
      x_state: stateOf(index),
      x_tag_ids: [[6, 0, [tag]]],
    })),
  );
  await model.load(
    ['.id', 'x_sla_ledger'],
    ledgers.map((lines, index) => [String(ids[index]), lines.join('\n')]),
  );
  return ids;
}

const change = (x_solution_hours: number) => backend.odoo.model(Policy).write([policy], { x_solution_hours });
const apply = () => runServerAction(backend.client, 'action_sla_apply', Policy.name, [policy]);

const Notification = z.object({ params: z.object({ message: z.string() }) });
async function preview(id = policy) {
  const shown = Notification.parse(
    await runServerAction(backend.client, 'action_sla_preview', Policy.name, [id]),
  );
  const amounts = shown.params.message.match(/\d+/g)?.map(Number) ?? [];
  const [opened, moved, overdue, closed, , late, missed] = amounts;
  return { opened, moved, overdue, closed, late, missed };
}

/** A batch is so large that open tickets come in three or four of them, on a live database with more, too. */
async function batchSize(): Promise<number> {
  const count = await backend.odoo.model(SlaTicket).searchCount([['x_state', '!=', 'done']]);
  return Math.ceil((count + 1) / 3);
}

interface Death {
  /** The call to Odoo, or the step of the cursor, at which the service dies. */
  readonly at: number;
  /** Whether Odoo carries it out all the same. */
  readonly isCarriedOut: boolean;
}

/** A run of the job with a cursor that outlives it. Answers how many tickets it worked out, where it came to its end. */
async function runJob(
  { at, isCarriedOut }: Death = { at: Infinity, isCarriedOut: false },
  kept = createKept(),
) {
  let steps = 0;
  const mortal = async <T>(work: () => Promise<T>): Promise<T> => {
    steps += 1;
    if (steps < at) return work();
    if (steps === at && isCarriedOut) await work();
    throw new Killed(`at step ${steps}`);
  };
  const odoo = createOdoo({ call: (...call) => mortal(() => service.call(...call)) });
  const cursor: JobCursor = {
    value: kept.cursor,
    advance: (to) =>
      mortal(async () => {
        expect(to >= (kept.cursor ?? '')).toBe(true);
        kept.cursor = to;
      }),
  };
  let tickets = 0;
  const log = createSilentLog();
  log.info = (...[, values]: readonly unknown[]) => {
    tickets = z.object({ tickets: z.int() }).parse(values).tickets;
    return log as never;
  };
  const job = createRecomputeJob({ odoo, clock: systemClock, batchSize: await batchSize() });
  await job.run({ log, signal: new AbortController().signal, cursor }).catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error;
  });
  return { tickets, wasHit: steps >= at };
}

const createKept = (): { cursor: string | undefined } => ({ cursor: undefined });

/** Of each open ticket what happened, and when its solution is due, or what is left of it. */
async function readOpen() {
  const rows = await backend.odoo.model(SlaTicket).read([...open], ['x_sla_ledger']);
  return open.map((id) => {
    const ledger = rows.find((row) => row.id === id)?.x_sla_ledger || '';
    const lines = ledger.split('\n').map((line) => line.split(' '));
    const words = (kinds: readonly string[]) => lines.filter(([, what = '']) => kinds.includes(what));
    return {
      happened: words(['run', 'wait', 'hold', 'done']).map((line) => line.join(' ')),
      goals: words(['due', 'left']).map((line) => line.join(' ')),
    };
  });
}

const expected = (hours: number) =>
  open.map((_, index) => ({
    happened: [`${openedAt(index)} run`, ...(isWaiting(index) ? [`${openedAt(index) + HOUR / 2} wait`] : [])],
    goals: isWaiting(index)
      ? [`${(hours - 0.5) * HOUR} left solution`]
      : [`${openedAt(index) + hours * HOUR} due solution`],
  }));

describe('a policy that is changed', () => {
  test('tells before it is applied which open tickets move, and what of the past would have been missed', async () => {
    const closed = await createTickets(
      [1, 3, 5].map((hours) => [`${now - hours * HOUR} run`]),
      () => 'in_progress',
    );
    await backend.odoo.model(SlaTicket).write([...closed], { x_state: 'done' });
    const before = await preview();
    await change(2);

    const after = await preview();

    expect(before).toMatchObject({ moved: 0, overdue: 0 });
    // Due after two hours: those of two and a half hours are overdue at once; that of three and a half waits.
    expect(after).toMatchObject({ ...before, moved: 12, overdue: 1, late: (before.late ?? 0) + 1 });
    expect(await readOpen()).toEqual(expected(4));
    await change(4);
  });

  test('can be tried while it is archived, as if it held', async () => {
    const draft = await createPolicy({ x_sequence: -2, x_solution_hours: 2, x_active: false });

    expect(await preview(draft)).toMatchObject({ moved: 12, overdue: 1 });
    expect(await preview()).toMatchObject({ moved: 0 });
  });

  test('holds for open tickets once it is applied, and then the service has nothing to do', async () => {
    const job = createRecomputeJob({ odoo: service, clock: systemClock });
    const isNeeded = () => job.isNeeded?.(new AbortController().signal);
    await runJob();
    await change(6);
    const saved = await isNeeded();

    await apply();
    const applied = await isNeeded();
    await runJob();

    expect([saved, applied, await isNeeded()]).toEqual([false, true, false]);
    expect(await readOpen()).toEqual(expected(6));
    expect(await preview()).toMatchObject({ moved: 0 });
  });

  test('has to be applied again once it was archived', async () => {
    const read = () => backend.odoo.model(Policy).read([policy], ['x_is_applied']);
    const write = (x_active: boolean) => backend.odoo.model(Policy).write([policy], { x_active });

    await write(false);
    await write(true);

    expect(await read()).toMatchObject([{ x_is_applied: false }]);
    await apply();
    await runJob();
    expect(await read()).toMatchObject([{ x_is_applied: true }]);
  });
});

describe('a service that is killed while open tickets follow', () => {
  test('at any point, loses nothing, and ends as if it had not been', async () => {
    let hours = 7;
    await change(hours);
    await apply();
    await runJob();
    for (const isCarriedOut of [false, true]) {
      let wasHit = true;
      for (let at = 1; wasHit; at += 1) {
        const old = expected(hours);
        hours += 0.5;
        await change(hours);
        await apply();
        const kept = createKept();

        ({ wasHit } = await runJob({ at, isCarriedOut }, kept));
        const between = await readOpen();
        await runJob(undefined, kept);

        const told = `killed at step ${at}${isCarriedOut ? ', which Odoo carried out' : ''}`;
        for (const [index, ticket] of between.entries()) {
          expect([old[index], expected(hours)[index]], told).toContainEqual(ticket);
        }
        expect(await readOpen(), told).toEqual(expected(hours));
      }
    }
  });

  test('goes on where it was, and begins anew where the policy was changed meanwhile', async () => {
    const all = await (async () => {
      await change(30);
      await apply();
      return (await runJob()).tickets;
    })();
    const killInSecondBatch = async (hours: number) => {
      await change(hours);
      await apply();
      const kept = createKept();
      // Behind two look-ups, the question, the beginning, a batch, and where it came to.
      await runJob({ at: 7, isCarriedOut: false }, kept);
      return kept;
    };

    const calm = await runJob(undefined, await killInSecondBatch(31));
    const kept = await killInSecondBatch(32);
    await change(33);
    await apply();
    const changed = await runJob(undefined, kept);

    expect(calm.tickets).toBe(all - (await batchSize()));
    expect(changed.tickets).toBe(all);
    expect(await readOpen()).toEqual(expected(33));
  });
});
