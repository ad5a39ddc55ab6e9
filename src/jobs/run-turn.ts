import type { Clock } from '../lib/clock.ts';
import { errorMessage } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';
import { LeaseTakenError, withLease } from '../odoo/lease.ts';
import type { DueTurn } from './cluster-rounds.ts';
import type { JobLedger } from './job-ledger.ts';
import type { JobOutcome } from './job-turn.ts';
import type { JobMetrics } from './metrics.ts';
import { findNextAt } from './next-run.ts';

interface Surroundings {
  readonly ledger: JobLedger;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics?: JobMetrics | undefined;
  readonly describe?: ((error: unknown) => Promise<string>) | undefined;
  /** Aborted when the service stops. */
  readonly signal: AbortSignal;
}

/** One run of a job of the cluster, if this copy of the service is the one that gets it. */
export async function runTurn({ job, due, state }: DueTurn, options: Surroundings): Promise<void> {
  const { ledger, clock, log, metrics, signal, describe = async (error) => errorMessage(error) } = options;
  const turn = ledger.turn(job, due);
  const startedAt = clock.now();

  function note(result: JobOutcome['result'], error?: string): void {
    const seconds = (clock.now().getTime() - startedAt.getTime()) / 1000;
    metrics?.end(job.name, result, seconds);
    turn.end({
      result,
      seconds,
      error,
      failures: { done: 0, interrupted: state.failures, failed: state.failures + 1 }[result],
      // What was cut short is begun anew by whoever looks next.
      coveredAt: result === 'interrupted' ? undefined : startedAt,
      nextAt: findNextAt(job, startedAt),
    });
  }

  const end = new AbortController();
  try {
    await withLease({ store: turn, clock, log, name: job.name }, async (lost) => {
      const stop = AbortSignal.any([signal, lost, end.signal]);
      try {
        await job.run({ log, signal: stop, cursor: turn.cursor });
        note(stop.aborted ? 'interrupted' : 'done');
      } catch (error) {
        note(stop.aborted ? 'interrupted' : 'failed', await describe(error).catch(() => errorMessage(error)));
        throw error;
      }
    });
  } catch (error) {
    if (!(error instanceof LeaseTakenError)) throw error;
    log.debug('job left out: another copy of the service does it', { job: job.name });
  } finally {
    // A signal that lives as long as the service keeps none of those that follow it.
    end.abort();
  }
}
