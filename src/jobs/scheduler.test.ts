import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Log } from '../lib/log.ts';
import type { Job, JobContext } from './job.ts';
import { createScheduler } from './scheduler.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2025-01-01T00:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A job on every second whose runs end when the test says so. */
function heldJob(name = 'import') {
  const runs: { context: JobContext; finish: () => void; fail: (error: Error) => void }[] = [];
  const job: Job = {
    name,
    schedule: '* * * * * *',
    run: (context) =>
      new Promise((resolve, reject) => {
        runs.push({ context, finish: resolve, fail: reject });
      }),
  };
  return { job, runs };
}

function quietLog() {
  const errors: unknown[] = [];
  const log = { error: (...args: unknown[]) => errors.push(args), warn() {}, info() {}, debug() {} };
  return { log: log as unknown as Log, errors };
}

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

describe('the scheduler', () => {
  test('runs nothing before it starts', async () => {
    const { job, runs } = heldJob();
    createScheduler([job], quietLog().log);

    await seconds(3);

    expect(runs).toHaveLength(0);
  });

  test('never runs a job twice at once', async () => {
    const { job, runs } = heldJob();
    const scheduler = createScheduler([job], quietLog().log);

    scheduler.start();
    await seconds(5);
    expect(runs).toHaveLength(1);

    runs[0]?.finish();
    await seconds(2);
    expect(runs).toHaveLength(2);

    runs[1]?.finish();
    await scheduler.stop();
  });

  test('lets different jobs run side by side', async () => {
    const one = heldJob('one');
    const two = heldJob('two');
    const scheduler = createScheduler([one.job, two.job], quietLog().log);

    scheduler.start();
    await seconds(2);
    expect([one.runs.length, two.runs.length]).toEqual([1, 1]);

    one.runs[0]?.finish();
    two.runs[0]?.finish();
    await scheduler.stop();
  });

  test('logs a failure once, and runs the job again at its next time', async () => {
    const { job, runs } = heldJob();
    const { log, errors } = quietLog();
    const scheduler = createScheduler([job], log);

    scheduler.start();
    await seconds(2);
    runs[0]?.fail(new Error('Zammad is away'));
    await seconds(2);
    expect(errors).toEqual([['job failed: Zammad is away', { job: 'import' }]]);
    expect(runs).toHaveLength(2);

    runs[1]?.finish();
    await scheduler.stop();
  });

  test('survives a job that throws before it promises anything', async () => {
    const { log, errors } = quietLog();
    const job: Job = {
      name: 'broken',
      schedule: '* * * * * *',
      run: () => {
        throw new Error('at once');
      },
    };
    const scheduler = createScheduler([job], log);

    scheduler.start();
    await seconds(1);
    await scheduler.stop();

    expect(errors).toEqual([['job failed: at once', { job: 'broken' }]]);
  });

  test('stops by telling what runs, and waits for it', async () => {
    const { job, runs } = heldJob();
    const scheduler = createScheduler([job], quietLog().log);
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
