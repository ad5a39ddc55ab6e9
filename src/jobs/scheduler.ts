import type { Clock } from '../lib/clock.ts';
import { errorMessage } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';
import { createClusterRounds, type DueTurn } from './cluster-rounds.ts';
import { isClusterJob, type Job, type ProcessContext, type ProcessJob } from './job.ts';
import type { JobLedger } from './job-ledger.ts';
import type { JobOutcome } from './job-turn.ts';
import type { JobMetrics } from './metrics.ts';
import { checkSchedule } from './next-run.ts';
import { createProcessRounds } from './process-rounds.ts';
import { repeat } from './repeat.ts';
import { runTurn } from './run-turn.ts';

export interface SchedulerOptions {
  readonly jobs: readonly Job[];
  readonly ledger: JobLedger;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics?: JobMetrics | undefined;
  /** Words for Odoo about what failed; in English where there is none. */
  readonly describe?: ((error: unknown) => Promise<string>) | undefined;
}

export interface Scheduler {
  start(): void;
  /** Starts nothing more, aborts the signal of what runs, and waits for it. */
  stop(): Promise<void>;
}

/**
 * Runs each job on its cron expression: those of the cluster in one copy of the service, the others in every one. A job
 * that still runs when its time comes again is left alone.
 */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const { jobs, ledger, clock, log, metrics, describe } = options;
  for (const job of jobs) checkSchedule(job);
  const abort = new AbortController();
  const { signal } = abort;
  const running = new Map<string, Promise<void>>();
  const cluster = jobs.filter(isClusterJob);
  const local = jobs.filter((job) => !isClusterJob(job));
  let loops: readonly { stop(): Promise<void> }[] = [];

  function start(name: string, work: (context: ProcessContext) => Promise<void>): boolean {
    if (running.has(name) || signal.aborted) return false;
    const run = Promise.resolve()
      .then(() => work({ log, signal, start }))
      .catch((error: unknown) => {
        log.error(`job failed: ${errorMessage(error)}`, { job: name });
      })
      .finally(() => running.delete(name));
    running.set(name, run);
    return true;
  }

  function beginLocal(job: ProcessJob): void {
    const isStarted = start(job.name, async (context) => {
      const startedAt = clock.now();
      let result: JobOutcome['result'] = 'failed';
      try {
        await job.run(context);
        result = 'done';
      } finally {
        metrics?.end(job.name, result, secondsSince(startedAt));
      }
    });
    if (!isStarted) log.debug('job still runs, this turn is left out', { job: job.name });
  }

  const secondsSince = (moment: Date) => (clock.now().getTime() - moment.getTime()) / 1000;

  return {
    start() {
      const begin = (turn: DueTurn) =>
        start(turn.job.name, () => runTurn(turn, { ledger, clock, log, signal, metrics, describe }));
      loops = [
        ...(local.length > 0 ? [repeat(createProcessRounds(local, clock, beginLocal), clock)] : []),
        ...(cluster.length > 0
          ? [repeat(createClusterRounds({ jobs: cluster, ledger, clock, log, signal, begin }), clock)]
          : []),
      ];
    },
    async stop() {
      abort.abort();
      await Promise.all(loops.map((loop) => loop.stop()));
      // What runs may have begun more.
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}
