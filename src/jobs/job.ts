import type { Log } from '../lib/log.ts';

export interface JobContext {
  readonly log: Log;
  /** Aborted when the service stops: finish the step at hand, then return. */
  readonly signal: AbortSignal;
}

/** Work that `serve` does again and again. */
export interface Job {
  readonly name: string;
  /** Cron expression with five or six fields, in the service's time zone. */
  readonly schedule: string;
  run(context: JobContext): Promise<void>;
}
