import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { clock, createOdooLedger, heldJob, quietLog, seconds } from '../../test/support/held-jobs.ts';
import type { ProcessJob } from './job.ts';
import { createScheduler } from './scheduler.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2025-01-01T00:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const local = (jobs: readonly ProcessJob[], log = quietLog().log) =>
  createScheduler({ jobs, log, clock, ledger: createOdooLedger().ledger });

test('an expression that is none is refused at the start', () => {
  expect(() => local([{ ...heldJob().job, schedule: 'often' }])).toThrow('often');
});

describe('a job of the process', () => {
  test('runs at no time before the scheduler starts', async () => {
    const { job, runs } = heldJob();
    local([job]);

    await seconds(3);

    expect(runs).toHaveLength(0);
  });

  test('never runs twice at once', async () => {
    const { job, runs } = heldJob();
    const scheduler = local([job]);

    scheduler.start();
    await seconds(5);
    expect(runs).toHaveLength(1);

    runs[0]?.finish();
    await seconds(2);
    expect(runs).toHaveLength(2);

    runs[1]?.finish();
    await scheduler.stop();
  });

  test('runs beside others', async () => {
    const one = heldJob('one');
    const two = heldJob('two');
    const scheduler = local([one.job, two.job]);

    scheduler.start();
    await seconds(2);
    expect([one.runs.length, two.runs.length]).toEqual([1, 1]);

    one.runs[0]?.finish();
    two.runs[0]?.finish();
    await scheduler.stop();
  });

  test('is logged once where it fails, and runs again at its next time', async () => {
    const { job, runs } = heldJob();
    const { log, errors } = quietLog();
    const scheduler = local([job], log);

    scheduler.start();
    await seconds(1);
    runs[0]?.fail(new Error('Zammad is away'));
    await seconds(1);
    expect(errors).toEqual([['job failed: Zammad is away', { job: 'import' }]]);
    expect(runs).toHaveLength(2);

    runs[1]?.finish();
    await scheduler.stop();
  });

  test('may throw before it promises anything', async () => {
    const { log, errors } = quietLog();
    const job: ProcessJob = {
      name: 'broken',
      scope: 'process',
      schedule: '* * * * * *',
      run: () => {
        throw new Error('at once');
      },
    };
    const scheduler = local([job], log);

    scheduler.start();
    await seconds(1);
    await scheduler.stop();

    expect(errors).toEqual([['job failed: at once', { job: 'broken' }]]);
  });

  test('is told when the service stops, which waits for it', async () => {
    const { job, runs } = heldJob();
    const scheduler = local([job]);
    scheduler.start();
    await seconds(2);

    let isStopped = false;
    const stopping = scheduler.stop().then(() => {
      isStopped = true;
    });
    await seconds(3);
    expect(runs[0]?.context.signal.aborted).toBe(true);
    expect(isStopped).toBe(false);
    expect(runs).toHaveLength(1);

    runs[0]?.finish();
    await stopping;
    expect(isStopped).toBe(true);
  });
});
