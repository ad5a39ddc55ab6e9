import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import type { Odoo } from '../../src/odoo/model-api.ts';
import { findEnd, type Run, type WorkingHours } from './working-time.ts';

const weekdays = [1, 2, 3, 4, 5];
/** Hours as desks keep them, with both changes of the clock and holidays. */
export const HOURS: Readonly<Record<string, WorkingHours | undefined>> = {
  always: undefined,
  office: {
    zone: 'Europe/Amsterdam',
    week: weekdays.flatMap((day) => [[day, 9, 12.5] as const, [day, 13.25, 17] as const]),
    closed: new Set(['2026-03-30', '2026-04-27', '2026-10-26', '2026-12-25', '2026-12-28']),
  },
  // Open through both nights in which the clock changes.
  plant: {
    zone: 'America/New_York',
    week: [6, 7, 1].flatMap((day) => [[day, 0, 4.5] as const, [day, 5, 24] as const]),
    closed: new Set(['2026-07-04', '2026-11-02']),
  },
  shop: {
    zone: 'Asia/Bangkok',
    week: [...weekdays, 6].map((day) => [day, 10, 20] as const),
    closed: new Set(['2026-04-13', '2026-04-14', '2026-04-15']),
  },
};
export type Target = 'first' | 'next' | 'solution';
/** Seconds of working time; nothing is promised where there is none. */
export type Budgets = Readonly<Partial<Record<Target, number>>>;
/** A line of a ticket's ledger. */
export type Fact = readonly [second: number, what: string, ...more: (string | number)[]];

export const CLOCK = ['run', 'wait', 'hold', 'done'];
export const TURNS = ['asked', 'answered', 'done'];
export const lastOf = (facts: readonly Fact[], kinds: readonly string[]) =>
  facts.findLast(([, what]) => kinds.includes(what))?.[1];

/** What the ledger's definition comes to: by target, the second when it is due, or undefined where the clock is stopped. */
export function expectedDues(
  hours: WorkingHours | undefined,
  budgets: Budgets,
  facts: readonly Fact[],
): ReadonlyMap<Target, number | undefined> {
  const turns = facts.filter(([, what]) => TURNS.includes(what));
  const clock = facts.filter(([, what]) => CLOCK.includes(what));
  const runs = clock.flatMap(([from, what], index): Run[] =>
    what === 'run' ? [[from, clock[index + 1]?.[0]]] : [],
  );
  const dues = new Map<Target, number | undefined>();
  const [opened] = facts[0] ?? [0];
  if (budgets.first && turns.length === 0) {
    dues.set('first', findEnd(hours, [[opened, undefined]], budgets.first));
  }
  const turn = turns.at(-1);
  if (budgets.next && turn?.[1] === 'asked') {
    const [asked] = turn;
    const since = runs.flatMap(([from, to]): Run[] =>
      to !== undefined && to <= asked ? [] : [[Math.max(from, asked), to]],
    );
    dues.set('next', findEnd(hours, since, budgets.next));
  }
  if (budgets.solution) dues.set('solution', findEnd(hours, runs, budgets.solution));
  return dues;
}

export const renderLedger = (facts: readonly Fact[]) => facts.map((fact) => fact.join(' ')).join('\n');
export const parseLedger = (ledger: string | false) =>
  (ledger || '').split('\n').map((line): readonly string[] => line.split(' '));

/** A calendar of Odoo's with these hours. */
export async function createCalendar(odoo: Odoo, { zone, week, closed }: WorkingHours): Promise<number> {
  const attendance_ids = week.map(([day, from, to]) => [
    0,
    0,
    { name: `Day ${day}`, dayofweek: String(day - 1), hour_from: from, hour_to: to, day_period: 'morning' },
  ]);
  const id = Number(
    await odoo.call('resource.calendar', 'create', [
      { name: `${zone} ${randomUUID().slice(0, 8)}`, tz: zone, attendance_ids },
    ]),
  );
  const inUtc = (moment: DateTime) => moment.toUTC().toFormat('yyyy-MM-dd HH:mm:ss');
  await odoo.call('resource.calendar.leaves', 'create', [
    [...closed].map((date) => ({
      name: `Closed ${date}`,
      calendar_id: id,
      date_from: inUtc(DateTime.fromISO(date, { zone })),
      date_to: inUtc(DateTime.fromISO(date, { zone }).plus({ days: 1 })),
    })),
  ]);
  return id;
}
