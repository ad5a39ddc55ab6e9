import cron, { type ScheduledTask } from 'node-cron';
import { errorMessage } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';
import type { Job } from './job.ts';

export interface Scheduler {
  start(): void;
  /** Starts nothing more, aborts the signal of what runs, and waits for it. */
  stop(): Promise<void>;
}

/** Runs each job on its cron expression; a job that still runs when its time comes again is left alone. */
export function createScheduler(jobs: readonly Job[], log: Log): Scheduler {
  const abort = new AbortController();
  const running = new Map<string, Promise<void>>();
  let tasks: ScheduledTask[] = [];

  function trigger(job: Job): Promise<void> {
    const current = running.get(job.name);
    if (current) {
      log.debug('job still runs, this turn is left out', { job: job.name });
      return current;
    }
    const run = Promise.resolve()
      .then(() => job.run({ log, signal: abort.signal }))
      .catch((error: unknown) => {
        log.error(`job failed: ${errorMessage(error)}`, { job: job.name });
      })
      .finally(() => running.delete(job.name));
    running.set(job.name, run);
    return run;
  }

  return {
    start() {
      tasks = jobs.map((job) =>
        cron.schedule(job.schedule, () => trigger(job), { name: job.name, logger: log }),
      );
    },
    async stop() {
      await Promise.all(tasks.map((task) => task.destroy()));
      abort.abort();
      await Promise.all(running.values());
    },
  };
}
