import { vi } from 'vitest';
import type { ClusterContext, ClusterJob, ProcessContext, ProcessJob } from '../../src/jobs/job.ts';
import type { JobLedger, JobState } from '../../src/jobs/job-ledger.ts';
import type { JobOutcome } from '../../src/jobs/job-turn.ts';
import type { Log } from '../../src/lib/log.ts';

export const clock = { now: () => new Date() };
export const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

interface Run<C> {
  readonly context: C;
  readonly finish: () => void;
  readonly fail: (error: Error) => void;
}

/** A job on every second whose runs end when the test says so. */
export function heldJob(name = 'import') {
  const runs: Run<ProcessContext>[] = [];
  const job: ProcessJob = { name, scope: 'process', schedule: '* * * * * *', run: hold(runs) };
  return { job, runs };
}

export function heldClusterJob(options: Partial<Pick<ClusterJob, 'schedule' | 'catchUp' | 'isNeeded'>> = {}) {
  const runs: Run<ClusterContext>[] = [];
  const job: ClusterJob = { name: 'chase', schedule: '*/5 * * * *', ...options, run: hold(runs) };
  return { job, runs };
}

function hold<C>(runs: Run<C>[]) {
  return (context: C) =>
    new Promise<void>((resolve, reject) => {
      runs.push({ context, finish: resolve, fail: reject });
    });
}

export function quietLog() {
  const errors: unknown[] = [];
  const log = { error: (...args: unknown[]) => errors.push(args), warn() {}, info() {}, debug() {} };
  return { log: log as unknown as Log, errors };
}

/** What Odoo keeps of one job, for all copies of the service. */
export function createOdooLedger(state: Partial<JobState> = {}) {
  const kept = {
    coveredAt: state.coveredAt ?? new Date(),
    heldUntil: state.heldUntil,
    failures: state.failures ?? 0,
    holder: '',
    reads: 0,
    isAway: false,
    outcomes: [] as JobOutcome[],
  };
  const ledger: JobLedger = {
    async read(jobs) {
      if (kept.isAway) throw new Error('Odoo is away');
      kept.reads += 1;
      return new Map(jobs.map(({ name }) => [name, { ...kept }]));
    },
    turn(_, due) {
      let outcome: JobOutcome | undefined;
      return {
        async take(holder, ms) {
          const isFree = !kept.heldUntil || kept.heldUntil <= clock.now();
          if (!isFree || kept.coveredAt >= due) return { isOurs: false };
          kept.holder = holder;
          kept.heldUntil = new Date(Date.now() + ms);
          return { isOurs: true };
        },
        async renew(holder, ms) {
          if (kept.holder !== holder) return false;
          kept.heldUntil = new Date(Date.now() + ms);
          return true;
        },
        async release(holder) {
          if (kept.holder !== holder) return;
          kept.heldUntil = undefined;
          if (!outcome) return;
          kept.outcomes.push(outcome);
          kept.coveredAt = outcome.coveredAt ?? kept.coveredAt;
          kept.failures = outcome.failures;
        },
        cursor: { value: undefined, advance: async () => undefined },
        end(came) {
          outcome = came;
        },
      };
    },
  };
  return { ledger, kept };
}
