import type { Clock } from '../lib/clock.ts';
import { errorMessage } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';
import type { ClusterJob } from './job.ts';
import type { JobLedger, JobState } from './job-ledger.ts';
import { nextRun } from './next-run.ts';

export interface ClusterRoundsOptions {
  readonly jobs: readonly ClusterJob[];
  readonly ledger: JobLedger;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  begin(turn: DueTurn): void;
}

export interface DueTurn {
  readonly job: ClusterJob;
  readonly due: Date;
  readonly state: JobState;
}

/** What another copy left undone when it was killed is found within so long. */
const LOOK_EVERY_MS = 30_000;
const AWAY_MS = 10_000;
/** A turn so late fell due while no service ran. */
const LATE_MS = 60_000;

/**
 * One look: reads in one call what has been done, begins what is due and nobody's, and answers when to look again. It
 * only reads; whether this copy is the one to do it, Odoo decides when the turn is taken.
 */
export function createClusterRounds(options: ClusterRoundsOptions): () => Promise<Date> {
  const { jobs, ledger, clock, log, signal, begin } = options;
  const notNeededAt = new Map<string, Date>();
  let isAway = false;

  async function read(now: Date): Promise<ReadonlyMap<string, JobState> | undefined> {
    try {
      const states = await ledger.read(jobs, now, signal);
      if (isAway) log.info('Odoo is back: jobs go on');
      isAway = false;
      return states;
    } catch (error) {
      if (signal.aborted) return undefined;
      // Said once, not every few seconds.
      log[isAway ? 'debug' : 'warn']('jobs wait for Odoo', { reason: errorMessage(error) });
      isAway = true;
      return undefined;
    }
  }

  async function isNeeded(job: ClusterJob): Promise<boolean> {
    try {
      return (await job.isNeeded?.(signal)) ?? true;
    } catch (error) {
      log.warn('a job could not ask whether it is needed', { job: job.name, reason: errorMessage(error) });
      return false;
    }
  }

  async function look(job: ClusterJob, state: JobState, now: Date): Promise<void> {
    const due = findDue(job, later(state.coveredAt, notNeededAt.get(job.name)), now);
    if (!due || (state.heldUntil && state.heldUntil > now)) return;
    if (await isNeeded(job)) begin({ job, due, state });
    else notNeededAt.set(job.name, now);
  }

  return async () => {
    const now = clock.now();
    const states = await read(now);
    if (!states) return new Date(now.getTime() + AWAY_MS);
    for (const job of jobs) {
      const state = states.get(job.name);
      if (state && !signal.aborted) await look(job, state, now);
    }
    const next = jobs.map((job) => nextRun(job.schedule, now)?.getTime() ?? Number.POSITIVE_INFINITY);
    return new Date(Math.min(now.getTime() + LOOK_EVERY_MS, ...next));
  };
}

/** The first turn that has not been done. */
function findDue({ schedule, catchUp }: ClusterJob, coveredAt: Date, now: Date): Date | undefined {
  const earliest = new Date(now.getTime() - LATE_MS);
  const from = catchUp === false ? later(coveredAt, earliest) : coveredAt;
  const due = nextRun(schedule, from);
  return due && due <= now ? due : undefined;
}

const later = (one: Date, other: Date | undefined): Date => (other && other > one ? other : one);
