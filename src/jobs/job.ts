import type { Log } from '../lib/log.ts';

export interface JobContext {
  readonly log: Log;
  /** Aborted when the service stops: finish the step at hand, then return. */
  readonly signal: AbortSignal;
  /**
   * Begins longer work beside the job, which need not wait for it; the service does when it stops. False where work
   * of that name still runs: then nothing begins.
   */
  start(name: string, work: (context: Omit<JobContext, 'start'>) => Promise<void>): boolean;
}

/** Work that `serve` does again and again. */
export interface Job {
  readonly name: string;
  /** Cron expression with five or six fields, in the service's time zone. */
  readonly schedule: string;
  run(context: JobContext): Promise<void>;
}
