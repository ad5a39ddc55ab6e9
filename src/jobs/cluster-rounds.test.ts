import { Registry } from 'prom-client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { clock, createOdooLedger, heldClusterJob, quietLog, seconds } from '../../test/support/held-jobs.ts';
import { createJobMetrics } from './metrics.ts';
import { createScheduler } from './scheduler.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2025-01-01T00:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a job of the cluster', () => {
  test('runs in one of several copies of the service', async () => {
    const { ledger, kept } = createOdooLedger();
    const copies = [heldClusterJob(), heldClusterJob(), heldClusterJob()];
    const schedulers = copies.map(({ job }) =>
      createScheduler({ jobs: [job], ledger, clock, log: quietLog().log }),
    );
    for (const scheduler of schedulers) scheduler.start();

    await seconds(5 * 60);
    const runs = copies.flatMap((copy) => copy.runs);
    expect(runs).toHaveLength(1);
    runs[0]?.finish();
    await seconds(60);

    expect(copies.flatMap((copy) => copy.runs)).toHaveLength(1);
    expect(kept.outcomes).toMatchObject([
      { result: 'done', failures: 0, nextAt: new Date('2025-01-01T00:10:00Z') },
    ]);
    for (const scheduler of schedulers) await scheduler.stop();
  });

  test('is not run where nothing is due, and nothing is written', async () => {
    const { ledger, kept } = createOdooLedger();
    const { job, runs } = heldClusterJob();
    const scheduler = createScheduler({ jobs: [job], ledger, clock, log: quietLog().log });
    scheduler.start();

    await seconds(4 * 60);

    expect(runs).toEqual([]);
    expect(kept.reads).toBeLessThan(12);
    await scheduler.stop();
  });

  test('is made up for once, however often it fell due while no service ran', async () => {
    const { ledger } = createOdooLedger({ coveredAt: new Date('2024-12-24T00:00:00Z') });
    const { job, runs } = heldClusterJob();
    const scheduler = createScheduler({ jobs: [job], ledger, clock, log: quietLog().log });
    scheduler.start();

    await seconds(1);
    runs[0]?.finish();
    await seconds(4 * 60);

    expect(runs).toHaveLength(1);
    await scheduler.stop();
  });

  test('is not made up for where it says so, and runs again at its next time', async () => {
    const { ledger } = createOdooLedger({ coveredAt: new Date('2024-12-24T00:00:00Z') });
    const { job, runs } = heldClusterJob({ catchUp: false });
    vi.setSystemTime(new Date('2025-01-01T00:02:00Z'));
    const scheduler = createScheduler({ jobs: [job], ledger, clock, log: quietLog().log });
    scheduler.start();

    await seconds(2 * 60);
    expect(runs).toHaveLength(0);
    await seconds(60);
    expect(runs).toHaveLength(1);
    runs[0]?.finish();

    await scheduler.stop();
  });

  test('that was cut short is begun anew by another copy, soon', async () => {
    const { ledger, kept } = createOdooLedger({ coveredAt: new Date('2024-12-31T23:54:00Z') });
    kept.holder = 'killed';
    kept.heldUntil = new Date('2025-01-01T00:00:40Z');
    const { job, runs } = heldClusterJob();
    const scheduler = createScheduler({ jobs: [job], ledger, clock, log: quietLog().log });
    scheduler.start();

    await seconds(35);
    expect(runs).toHaveLength(0);
    await seconds(30);
    expect(runs).toHaveLength(1);

    runs[0]?.finish();
    await scheduler.stop();
  });

  test('that is told to stop is begun anew by the next service', async () => {
    const { ledger, kept } = createOdooLedger({ coveredAt: new Date('2024-12-31T23:54:00Z') });
    const { job, runs } = heldClusterJob();
    const scheduler = createScheduler({ jobs: [job], ledger, clock, log: quietLog().log });
    scheduler.start();
    await seconds(1);

    const stopped = scheduler.stop();
    expect(runs[0]?.context.signal.aborted).toBe(true);
    runs[0]?.finish();
    await stopped;

    expect(kept.outcomes).toMatchObject([{ result: 'interrupted', coveredAt: undefined }]);
  });

  test('that fails is noted, counted, and left until its next time', async () => {
    const registry = new Registry();
    const { ledger, kept } = createOdooLedger({ coveredAt: new Date('2024-12-31T23:54:00Z'), failures: 2 });
    const { job, runs } = heldClusterJob();
    const { log, errors } = quietLog();
    const metrics = createJobMetrics(registry);
    const scheduler = createScheduler({ jobs: [job], ledger, clock, log, metrics });
    scheduler.start();

    await seconds(1);
    runs[0]?.fail(new Error('the other side is away'));
    await seconds(60);

    expect(runs).toHaveLength(1);
    expect(errors).toEqual([['job failed: the other side is away', { job: 'chase' }]]);
    expect(kept.outcomes).toMatchObject([{ result: 'failed', error: 'the other side is away', failures: 3 }]);
    expect(await registry.metrics()).toContain('job_runs_total{job="chase",result="failed"} 1');
    await scheduler.stop();
  });

  test('that is not needed leaves no trace', async () => {
    const { ledger, kept } = createOdooLedger();
    let isNeeded = false;
    const { job, runs } = heldClusterJob({ schedule: '*/5 * * * * *', isNeeded: async () => isNeeded });
    const scheduler = createScheduler({ jobs: [job], ledger, clock, log: quietLog().log });
    scheduler.start();

    await seconds(20);
    expect(runs).toHaveLength(0);
    isNeeded = true;
    await seconds(5);
    expect(runs).toHaveLength(1);
    runs[0]?.finish();
    await seconds(1);

    expect(kept.outcomes).toHaveLength(1);
    await scheduler.stop();
  });

  test('waits for an Odoo that is away, and is made up for once it is back', async () => {
    const { ledger, kept } = createOdooLedger({ coveredAt: new Date('2024-12-31T23:54:00Z') });
    kept.isAway = true;
    const { job, runs } = heldClusterJob();
    const scheduler = createScheduler({ jobs: [job], ledger, clock, log: quietLog().log });
    scheduler.start();

    await seconds(60);
    expect(runs).toHaveLength(0);
    kept.isAway = false;
    await seconds(15);
    expect(runs).toHaveLength(1);

    runs[0]?.finish();
    await scheduler.stop();
  });
});
