import type { Ask } from '../actions/asked-action.ts';
import { AppError } from '../lib/errors.ts';
import type { LeaseStore } from '../odoo/lease.ts';
import type { Odoo } from '../odoo/model-api.ts';
import { parseOdooDatetime, toOdooDatetime, type WriteValues } from '../odoo/values.ts';
import type { JobCursor } from './job.ts';
import type { JobAnswer, SupportJob } from './job-model.ts';

/** One run of a job: a lease that knows how far the job has come, and takes down what came of it. */
export interface JobTurn extends LeaseStore {
  /** Of use once the turn is taken. */
  readonly cursor: JobCursor;
  /** Tells what came of it, which is written when the turn is released. */
  end(outcome: JobOutcome): void;
}

export interface JobOutcome {
  readonly result: 'done' | 'failed' | 'interrupted';
  readonly error?: string | undefined;
  /** In a row, this one included. */
  readonly failures: number;
  readonly seconds: number;
  /** What fell due until then is done; absent where it still is to be. */
  readonly coveredAt?: Date | undefined;
  readonly nextAt?: Date | undefined;
}

export interface TurnOptions {
  readonly odoo: Odoo;
  readonly askAction: Ask<JobAnswer>;
  readonly key: string;
  /** The turn's own moment: it is taken only where nobody has been through with it. */
  readonly due?: Date;
  /** Makes the row where Odoo knows none of that key. */
  register(): Promise<void>;
}

export function createTurn({ odoo, askAction, key, due, register }: TurnOptions): JobTurn {
  let outcome: JobOutcome | undefined;
  let cursor: string | undefined;
  let taken = { holder: '', seconds: 0 };

  const ask = (asked: Readonly<Record<string, unknown>>, signal?: AbortSignal): Promise<JobAnswer> =>
    askAction(odoo, { key, ...asked }, { signal });

  return {
    async take(holder, ms) {
      taken = { holder, seconds: ms / 1000 };
      const wanted = { do: 'take', ...taken, ...(due ? { due: toOdooDatetime(due) } : {}) };
      let answer = await ask(wanted);
      if (!answer.is_known) {
        await register();
        answer = await ask(wanted);
        if (!answer.is_known) throw notKept(key);
      }
      cursor = answer.cursor || undefined;
      return { isOurs: answer.is_ours, until: parseOdooDatetime(answer.until) };
    },
    async renew(holder, ms, signal) {
      return (await ask({ do: 'keep', holder, seconds: ms / 1000 }, signal)).is_ours;
    },
    async release(holder) {
      await ask({ do: 'leave', holder, values: outcome ? valuesOf(outcome) : { x_result: 'done' } });
    },
    cursor: {
      get value() {
        return cursor;
      },
      async advance(to) {
        if (to <= (cursor ?? '')) return;
        const { is_ours } = await ask({ do: 'keep', ...taken, values: { x_cursor: to } });
        if (!is_ours) throw takenOver(key);
        cursor = to;
      },
    },
    end(came) {
      outcome = came;
    },
  };
}

function valuesOf({
  result,
  error,
  failures,
  seconds,
  coveredAt,
  nextAt,
}: JobOutcome): WriteValues<typeof SupportJob> {
  return {
    x_result: result,
    x_error: error ?? false,
    x_failures: failures,
    x_duration: seconds / 3600,
    ...(coveredAt ? { x_covered_at: toOdooDatetime(coveredAt) } : {}),
    x_next_at: nextAt ? toOdooDatetime(nextAt) : false,
  };
}

function notKept(key: string): AppError {
  return new AppError(`Odoo does not keep the job "${key}"`, {
    code: 'odoo_access_error',
    help: 'The account needs the group Support Service: Service Account, or Support: Administrator. Look also at what was added to x_support.job by hand.',
  });
}

function takenOver(key: string): AppError {
  return new AppError(`another process has taken over "${key}"`, { code: 'lease_taken', retryable: true });
}
