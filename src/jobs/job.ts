import type { Log } from '../lib/log.ts';

/** Work that `serve` does again and again. */
export type Job = ClusterJob | ProcessJob;

interface Timed {
  readonly name: string;
  /** Cron expression with five or six fields, in the service's time zone. */
  readonly schedule: string;
}

/** Runs once for all copies of the service, whichever of them is first. */
export interface ClusterJob extends Timed {
  readonly scope?: 'cluster';
  /** Whether a turn that fell due while no service ran is made up for, once for any number of them; it is unless told. */
  readonly catchUp?: boolean;
  /** A cheap question to Odoo: where it says no, a turn that is due leaves no trace, and costs nothing else. */
  isNeeded?(signal: AbortSignal): Promise<boolean>;
  /** A run that was cut short is begun anew, so what it did must be harmless to do twice. */
  run(context: ClusterContext): Promise<void>;
}

export interface ClusterContext {
  readonly log: Log;
  /** Aborted when the service stops, or another copy has taken over: finish the step at hand, then return. */
  readonly signal: AbortSignal;
  readonly cursor: JobCursor;
}

/** How far a job has come, kept in Odoo from one run to the next. Cursors are texts that sort as they follow. */
export interface JobCursor {
  /** `undefined` before the first run. */
  readonly value: string | undefined;
  /** Call it only when all that lies before is done: it never moves back. @throws where another copy has taken over. */
  advance(to: string): Promise<void>;
}

/** Runs in every copy of the service; what must happen once is for the job itself to see to. */
export interface ProcessJob extends Timed {
  readonly scope: 'process';
  run(context: ProcessContext): Promise<void>;
}

export interface ProcessContext {
  readonly log: Log;
  /** Aborted when the service stops: finish the step at hand, then return. */
  readonly signal: AbortSignal;
  /**
   * Begins longer work beside the job, which need not wait for it; the service does when it stops. False where work
   * of that name still runs: then nothing begins.
   */
  start(name: string, work: (context: Omit<ProcessContext, 'start'>) => Promise<void>): boolean;
}

export const isClusterJob = (job: Job): job is ClusterJob => job.scope !== 'process';
