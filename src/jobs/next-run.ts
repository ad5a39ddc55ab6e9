import cron from 'node-cron';
import { AppError } from '../lib/errors.ts';
import type { ClusterJob, Job } from './job.ts';

/** Some days, such as a 29th of February that is a Monday, are too far away to look for. */
const MOST_DAYS = 5 * 366;

/** The first moment behind another at which a cron expression falls due; undefined where there is none for years. */
export function nextRun(expression: string, after: Date): Date | undefined {
  const { hour, minute, second } = cron.parse(expression);
  const task = cron.createTask(expression, () => undefined);
  const from = new Date(Math.floor(after.getTime() / 1000) * 1000 + 1000);
  try {
    for (let days = 0; days < MOST_DAYS; days += 1) {
      const found = findOnDay(days);
      if (found) return found;
    }
    return undefined;
  } finally {
    // The library keeps every task it made until it is told.
    void task.destroy();
  }

  function findOnDay(days: number): Date | undefined {
    const [year, month, day] = [from.getFullYear(), from.getMonth(), from.getDate() + days];
    for (const h of ascending(hour)) {
      if (days === 0 && h < from.getHours()) continue;
      for (const m of ascending(minute)) {
        if (days === 0 && h === from.getHours() && m < from.getMinutes()) continue;
        for (const s of ascending(second)) {
          const date = new Date(year, month, day, h, m, s);
          // An hour that summer time leaves out.
          if (date.getHours() !== h) break;
          if (date < from) continue;
          if (task.match(date)) return date;
          // All times of the day are the expression's own, so it is the day that does not fit.
          return undefined;
        }
      }
    }
    return undefined;
  }
}

const ascending = (values: readonly number[]) => values.toSorted((a, b) => a - b);

/** What Odoo shows of a job; undefined where it runs only if it is needed, which nobody knows beforehand. */
export const findNextAt = ({ schedule, isNeeded }: ClusterJob, now: Date): Date | undefined =>
  isNeeded ? undefined : nextRun(schedule, now);

/** @throws AppError for an expression that is none: at the start, and not when its time would come. */
export function checkSchedule({ name, schedule }: Job): void {
  if (cron.validate(schedule)) return;
  throw new AppError(`the schedule of the job "${name}" is no cron expression: ${schedule}`, {
    code: 'declaration',
    help: 'Write five or six fields, such as 0 6 * * 1-5 for six o’clock on working days.',
  });
}
