import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClusterJob } from '../../src/jobs/job.ts';
import { createJobLease, createJobLedger, type JobLedger } from '../../src/jobs/job-ledger.ts';
import { SupportJob } from '../../src/jobs/job-model.ts';
import { createScheduler } from '../../src/jobs/scheduler.ts';
import { withLease } from '../../src/odoo/lease.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { createCustomer } from '../support/create-customer.ts';
import { createSilentLog } from '../support/create-silent-log.ts';
import { type Deployed, startDeployed } from '../support/start-deployed.ts';

let deployed: Deployed;
let service: Odoo;
let ledger: JobLedger;
const clock = { now: () => new Date() };
const { signal } = new AbortController();
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

beforeAll(async () => {
  deployed = await startDeployed();
  service = createOdoo(deployed.service);
  ledger = createJobLedger(service);
});
afterAll(() => deployed.backend.close());

/** A job that no other test, and no other run on the same Odoo, knows. */
function newJob(options: Partial<ClusterJob> = {}): ClusterJob {
  const name = `trial ${randomBytes(4).toString('hex')}`;
  return { name, schedule: '0 6 * * *', run: async () => undefined, ...options };
}

async function readRow({ name }: ClusterJob) {
  const fields = [
    'x_name',
    'x_result',
    'x_holder',
    'x_until',
    'x_cursor',
    'x_failures',
    'x_error',
    'x_next_at',
  ] as const;
  const [row] = await deployed.backend.odoo.model(SupportJob).searchRead([['x_key', '=', name]], { fields });
  return row;
}

describe('the ledger of jobs', () => {
  test('knows a job from its first look on, and counts nothing before as late', async () => {
    const job = newJob();
    const now = new Date('2026-03-01T12:00:00Z');

    const states = await ledger.read([job], now, signal);

    expect(states.get(job.name)).toEqual({ coveredAt: now, heldUntil: undefined, failures: 0 });
    expect(await readRow(job)).toMatchObject({ x_name: job.name, x_next_at: expect.any(String) });
  });

  test('is read in one call', async () => {
    const jobs = [newJob(), newJob()];
    await ledger.read(jobs, clock.now(), signal);
    deployed.backend.watched.clearRequests();

    await ledger.read(jobs, clock.now(), signal);

    expect(deployed.backend.watched.requests).toHaveLength(1);
  });

  test('gives a turn to one of those that take it at once', async () => {
    const job = newJob();
    await ledger.read([job], minutesAgo(60), signal);
    const due = minutesAgo(5);
    const turns = Array.from({ length: 4 }, (_, copy) => ({
      turn: createJobLedger(service).turn(job, due),
      holder: `copy ${copy}`,
    }));

    const taken = await Promise.all(turns.map(({ turn, holder }) => turn.take(holder, 60_000)));

    expect(taken.filter(({ isOurs }) => isOurs)).toHaveLength(1);
    const other = taken.find(({ isOurs }) => !isOurs);
    expect(other?.until?.getTime()).toBeGreaterThan(Date.now() + 30_000);
  });

  test('gives a turn that is done to nobody, and the next one again', async () => {
    const job = newJob();
    await ledger.read([job], minutesAgo(60), signal);
    const [due, next] = [minutesAgo(30), minutesAgo(10)];
    const turn = ledger.turn(job, due);
    await turn.take('one', 60_000);
    turn.end({ result: 'done', failures: 0, seconds: 1, coveredAt: due });
    await turn.release('one');

    expect(await ledger.turn(job, due).take('two', 60_000)).toMatchObject({ isOurs: false });
    expect(await ledger.turn(job, next).take('two', 60_000)).toMatchObject({ isOurs: true });
    expect(await readRow(job)).toMatchObject({ x_result: 'running', x_holder: 'two' });
  });

  test('takes over from a holder whose time is up, which cannot move the cursor any more', async () => {
    const job = newJob();
    await ledger.read([job], minutesAgo(60), signal);
    const [killed, next] = [ledger.turn(job, minutesAgo(5)), ledger.turn(job, minutesAgo(5))];
    await killed.take('killed', 0);
    await killed.cursor.advance('1');

    expect(await next.take('next', 60_000)).toMatchObject({ isOurs: true });
    expect(next.cursor.value).toBe('1');
    await expect(killed.cursor.advance('2')).rejects.toMatchObject({ code: 'lease_taken' });
    expect(await killed.renew('killed', 60_000, signal)).toBe(false);
    await killed.release('killed');

    expect(await readRow(job)).toMatchObject({ x_holder: 'next', x_cursor: '1' });
  });

  test('hears a taking twice where its first answer got lost', async () => {
    const job = newJob();
    await ledger.read([job], minutesAgo(60), signal);
    const turn = ledger.turn(job, minutesAgo(5));

    await turn.take('one', 60_000);

    expect(await turn.take('one', 60_000)).toMatchObject({ isOurs: true });
  });

  test('shows what came of a run', async () => {
    const job = newJob();
    await ledger.read([job], minutesAgo(60), signal);
    const turn = ledger.turn(job, minutesAgo(5));
    await turn.take('one', 60_000);
    turn.end({ result: 'failed', error: 'away', failures: 3, seconds: 36, coveredAt: minutesAgo(5) });

    await turn.release('one');

    expect(await readRow(job)).toMatchObject({
      x_result: 'failed',
      x_error: 'away',
      x_failures: 3,
      x_holder: false,
      x_until: false,
    });
  });
});

test('a job of the cluster runs once in three copies of the service', async () => {
  const runs: number[] = [];
  const job = newJob({ schedule: '* * * * *' });
  await ledger.read([job], minutesAgo(5), signal);
  const copies = [0, 1, 2].map((copy) =>
    createScheduler({
      jobs: [{ ...job, run: async () => void runs.push(copy) }],
      ledger: createJobLedger(service),
      clock,
      log: createSilentLog(),
    }),
  );

  for (const scheduler of copies) scheduler.start();
  await expect.poll(async () => (await readRow(job))?.x_result, { timeout: 20_000 }).toBe('done');
  await Promise.all(copies.map((scheduler) => scheduler.stop()));

  // Where a minute ends meanwhile, it is due once more.
  expect(runs.length).toBeLessThanOrEqual(2);
});

test('a lease of a name makes its own row, and is free again at once after a clean end', async () => {
  const name = `import trial${randomBytes(4).toString('hex')}`;
  const options = { store: createJobLease(service, name), clock, log: createSilentLog(), name };

  await withLease(options, async () => {
    await expect(
      withLease({ ...options, store: createJobLease(service, name) }, async () => undefined),
    ).rejects.toMatchObject({ code: 'lease_taken', help: expect.stringContaining('UTC') });
  });

  expect(await withLease(options, async () => 'again')).toBe('again');
});

describe('jobs in Odoo', () => {
  test('are for administrators to look at, and for no customer', async () => {
    const { backend } = deployed;
    const customer = await createCustomer(backend.odoo, 'Ann');
    const sessionId = (await backend.sessions.authenticate(customer.login, customer.password)).sessionId;
    const asCustomer = createOdoo(backend.sessions.caller({ sessionId, clientAddress: undefined }));
    const domain = [['x_schedule', '!=', false]];

    await expect(asCustomer.call(SupportJob.name, 'search_read', [domain, ['x_name']])).rejects.toMatchObject(
      { code: 'odoo_access_error' },
    );
    expect(
      (await backend.odoo.model(SupportJob).search([['x_schedule', '!=', false]])).length,
    ).toBeGreaterThan(0);
  });
});
