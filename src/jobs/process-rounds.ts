import type { Clock } from '../lib/clock.ts';
import type { ProcessJob } from './job.ts';
import { nextRun } from './next-run.ts';

/** Begins each job when its time comes. Turns that went by while the process was held up are one. */
export function createProcessRounds(
  jobs: readonly ProcessJob[],
  clock: Clock,
  begin: (job: ProcessJob) => void,
): () => Date {
  const started = clock.now();
  const next = new Map(jobs.map((job) => [job, nextRun(job.schedule, started)]));

  return () => {
    const now = clock.now();
    for (const [job, due] of next) {
      if (!due || due > now) continue;
      begin(job);
      next.set(job, nextRun(job.schedule, now));
    }
    return new Date(Math.min(...[...next.values()].map((due) => due?.getTime() ?? Number.POSITIVE_INFINITY)));
  };
}
