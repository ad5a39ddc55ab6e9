import type { Fact } from './deadline-model.ts';
import { countWork, type WorkingHours } from './working-time.ts';

/** What is measured of a ticket, in whole minutes; a share is 0 or 100. Undefined where nothing is judged. */
export interface Measures {
  readonly first?: number | undefined;
  readonly answer?: number | undefined;
  readonly solution?: number | undefined;
  readonly reopened?: number | undefined;
  readonly answers: number;
  readonly reopenings: number;
}

/**
 * The definitions of docs/figures.md, told once more: by walking through what happened, second by second of what the
 * clock on the wall shows, and not by the product's way of adding up stretches.
 */
export function expectedMeasures(hours: WorkingHours | undefined, facts: readonly Fact[]): Measures {
  const [opened] = facts[0] ?? [0];
  const work = (from: number, to: number) => (hours ? countWork(hours, from, to) : to - from);
  let runsSince: number | undefined;
  let worked = 0;
  let isDone = false;
  let wasDone = false;
  let reopenings = 0;
  let asked: number | undefined;
  let hasTurn = false;
  let first: number | undefined;
  const waits: number[] = [];
  /** Working time of the clock up to a moment. */
  const clockAt = (moment: number) => worked + (runsSince === undefined ? 0 : work(runsSince, moment));
  let clockAtAsked = 0;
  for (const [at, what] of facts) {
    if (what === 'answered') {
      if (!hasTurn) {
        first = work(opened, at);
        waits.push(first);
      } else if (asked !== undefined) waits.push(clockAt(at) - clockAtAsked);
      asked = undefined;
      hasTurn = true;
    } else if (what === 'asked') {
      asked = at;
      clockAtAsked = clockAt(at);
    } else if (['run', 'wait', 'hold', 'done'].includes(what)) {
      worked = clockAt(at);
      runsSince = what === 'run' ? at : undefined;
      if (isDone) reopenings += 1;
      isDone = what === 'done';
      wasDone ||= isDone;
      if (isDone) {
        asked = undefined;
        hasTurn = true;
      }
    }
  }
  const minutes = (seconds: number) => Math.round(seconds / 60);
  return {
    first: first === undefined ? undefined : minutes(first),
    answer: waits.length === 0 ? undefined : minutes(waits.reduce((sum, one) => sum + one, 0) / waits.length),
    solution: isDone ? minutes(worked) : undefined,
    reopened: wasDone ? (reopenings > 0 ? 100 : 0) : undefined,
    answers: waits.length,
    reopenings,
  };
}
