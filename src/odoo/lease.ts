import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { Clock } from '../lib/clock.ts';
import { AppError, errorMessage } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';

/**
 * A place in Odoo that one holder at a time can have, until a moment on Odoo's own clock. That time alone counts: two
 * containers may have the same host name and the same process number.
 */
export interface LeaseStore {
  /** Takes the place for so long, if it is free. Sent twice by the same holder it says the same. */
  take(holder: string, ms: number): Promise<Taking>;
  /** Keeps it for so long from now on. False where it has become another's. */
  renew(holder: string, ms: number, signal: AbortSignal): Promise<boolean>;
  /** Gives it back, where it still is the holder's. */
  release(holder: string): Promise<void>;
}

/** Whether the place is ours now; else until when it is another's, as far as Odoo tells. */
export interface Taking {
  readonly isOurs: boolean;
  readonly until?: Date | undefined;
}

export interface LeaseTimes {
  /** So long after its last sign of life a holder's lease is over. */
  readonly lastsMs: number;
  /** How often the holder gives a sign of life. */
  readonly renewEveryMs: number;
}

export interface LeaseOptions extends Partial<LeaseTimes> {
  readonly store: LeaseStore;
  readonly clock: Clock;
  readonly log: Log;
  /** What must not run twice at once. */
  readonly name: string;
}

export class LeaseTakenError extends AppError {
  override readonly name = 'LeaseTakenError';
}

/**
 * Whoever was killed keeps others waiting for a minute at most. An Odoo that loads its models anew, because of an apply,
 * answers nobody for half of that.
 */
export const LEASE_TIMES: LeaseTimes = { lastsMs: 60_000, renewEveryMs: 15_000 };

/**
 * Runs `work` while no other process does, wherever it runs. The signal given to `work` is aborted when the lease is
 * lost: another has it, or Odoo could not be told for so long that another may have it soon.
 * @throws LeaseTakenError `lease_taken` where another holds it.
 */
export async function withLease<T>(
  options: LeaseOptions,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { store, clock, log, name } = options;
  const { lastsMs, renewEveryMs } = { ...LEASE_TIMES, ...options };
  const holder = nameHolder();
  let safeUntil = clock.now().getTime() + lastsMs;
  const taking = await store.take(holder, lastsMs);
  if (!taking.isOurs) throw takenError(name, taking.until);

  const lost = new AbortController();
  async function renew(): Promise<void> {
    const askedAt = clock.now().getTime();
    // The next look comes too late.
    if (askedAt + renewEveryMs >= safeUntil) {
      lost.abort(takenError(name));
      return;
    }
    try {
      const isOurs = await store.renew(holder, lastsMs, AbortSignal.timeout(lastsMs / 2));
      if (isOurs) safeUntil = Math.max(safeUntil, askedAt + lastsMs);
      else lost.abort(takenError(name));
    } catch (error) {
      log.warn('lease not renewed', { lease: name, reason: errorMessage(error) });
    }
  }
  const timer = setInterval(() => void renew(), renewEveryMs);
  timer.unref();
  try {
    return await work(lost.signal);
  } finally {
    clearInterval(timer);
    await store.release(holder).catch((error: unknown) => {
      log.warn('lease not released, it will run out', { lease: name, reason: errorMessage(error) });
    });
  }
}

/** Tells people where to look; the last part makes it one of its kind. */
const nameHolder = () => `${hostname()} ${process.pid} ${randomBytes(6).toString('hex')}`;

function takenError(name: string, until?: Date): LeaseTakenError {
  const end = until ? `at ${until.toISOString().slice(11, 19)} UTC` : 'within minutes';
  return new LeaseTakenError(`another process is at work on "${name}"`, {
    code: 'lease_taken',
    help: `Wait until it has finished. If it was killed, its lease runs out ${end}.`,
    retryable: true,
  });
}
