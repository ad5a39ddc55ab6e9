import { DateTime } from 'luxon';

/** Opening hours as a test knows them: told apart from Odoo's and from what the product makes of these. */
export interface WorkingHours {
  readonly zone: string;
  /** Monday is 1; hours of the clock, such as 13.5. */
  readonly week: readonly (readonly [weekday: number, from: number, to: number])[];
  /** Days without any. */
  readonly closed: ReadonlySet<string>;
}

/** From when to when the clock ran, in seconds since 1970; without an end where it still runs. */
export type Run = readonly [from: number, to: number | undefined];

const YEARS = 2 * 366;

/** Seconds of working time between two moments; all of them where no hours are kept. */
export function countWork(hours: WorkingHours | undefined, from: number, to: number): number {
  if (hours === undefined) return Math.max(0, to - from);
  let sum = 0;
  for (const [opens, closes] of openings(hours, from, to)) {
    sum += Math.max(0, Math.min(closes, to) - Math.max(opens, from));
  }
  return sum;
}

/** When so many seconds are used up while the clock runs; undefined where that does not come to pass. */
export function findEnd(
  hours: WorkingHours | undefined,
  runs: readonly Run[],
  budget: number,
): number | undefined {
  let left = budget;
  for (const [from, to] of runs) {
    const end = to ?? from + YEARS * 86_400;
    const all = hours === undefined ? [[from, end] as const] : openings(hours, from, end);
    for (const [opens, closes] of all) {
      const [begin, stop] = [Math.max(opens, from), Math.min(closes, end)];
      if (stop <= begin) continue;
      if (stop - begin >= left) return begin + left;
      left -= stop - begin;
    }
  }
  return undefined;
}

function* openings(hours: WorkingHours, from: number, to: number): Generator<readonly [number, number]> {
  let day = DateTime.fromSeconds(from, { zone: hours.zone }).startOf('day').minus({ days: 1 });
  while (day.toSeconds() <= to) {
    if (!hours.closed.has(day.toISODate() ?? '')) {
      for (const [weekday, opens, closes] of hours.week) {
        if (weekday === day.weekday) yield [clock(day, opens), clock(day, closes)];
      }
    }
    day = day.plus({ days: 1 });
  }
}

/** A time of the clock on that day; midnight at its end is the next day's beginning. */
function clock(day: DateTime, hours: number): number {
  if (hours === 24) return day.plus({ days: 1 }).toSeconds();
  return day.set({ hour: Math.floor(hours), minute: Math.round((hours % 1) * 60) }).toSeconds();
}
