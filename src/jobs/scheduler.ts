import cron, { type ScheduledTask } from 'node-cron';
import { errorMessage } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';
import type { Job, JobContext } from './job.ts';

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

  function start(name: string, work: (context: JobContext) => Promise<void>): boolean {
    if (running.has(name)) return false;
    const run = Promise.resolve()
      .then(() => work({ log, signal: abort.signal, start }))
      .catch((error: unknown) => {
        log.error(`job failed: ${errorMessage(error)}`, { job: name });
      })
      .finally(() => running.delete(name));
    running.set(name, run);
    return true;
  }

  function turn(job: Job): void {
    if (start(job.name, (context) => job.run(context))) return;
    log.debug('job still runs, this turn is left out', { job: job.name });
  }

  return {
    start() {
      tasks = jobs.map((job) =>
        cron.schedule(job.schedule, () => turn(job), { name: job.name, logger: log }),
      );
    },
    async stop() {
      await Promise.all(tasks.map((task) => task.destroy()));
      abort.abort();
      // What runs may have begun more.
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}
