import { DateTime } from 'luxon';
import { findRow, tableOf } from '../env.ts';
import type { Behaviour, Env } from '../model.ts';
import type { Row, Values } from '../values.ts';

/** A stretch of time, in milliseconds since 1970. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const DAY = 86_400_000;
const COPIED = ['name', 'dayofweek', 'hour_from', 'hour_to', 'day_period', 'sequence'] as const;

/** A calendar that brings no hours has those of the company. */
export const resourceCalendar: Behaviour = {
  hooks: {
    prepareCreate: (env, values) => ({
      tz: 'UTC',
      ...values,
      ...('attendance_ids' in values ? {} : { attendance_ids: companyHours(env) }),
    }),
  },
};

function companyHours(env: Env): readonly (readonly [0, 0, Values])[] {
  const [standard] = tableOf(env, 'resource.calendar').rows();
  return tableOf(env, 'resource.calendar.attendance')
    .where({ calendar_id: standard?.id ?? 0 })
    .map((row) => [0, 0, Object.fromEntries(COPIED.map((name) => [name, row.get(name) ?? false]))]);
}

/** When a calendar is open between two moments, leaving breaks out. Its hours are hours of the clock in its own zone. */
export function findAttendance(env: Env, calendar: Row, between: Stretch): readonly Stretch[] {
  const zone = zoneOf(calendar);
  const lines = tableOf(env, 'resource.calendar.attendance')
    .where({ calendar_id: calendar.id })
    .filter((line) => line.get('day_period') !== 'lunch');
  const found: Stretch[] = [];
  for (let day = between.from - 2 * DAY; day < between.to + 2 * DAY; day += DAY) {
    const date = new Date(day).toISOString().slice(0, 10);
    const weekday = (new Date(day).getUTCDay() + 6) % 7;
    for (const line of lines) {
      if (Number(line.get('dayofweek')) !== weekday || !isInForce(line, date)) continue;
      const from = Math.max(between.from, toInstant(date, Number(line.get('hour_from')), zone));
      const to = Math.min(between.to, toInstant(date, Number(line.get('hour_to')), zone));
      if (from < to) found.push({ from, to });
    }
  }
  return merge(found.sort((a, b) => a.from - b.from));
}

/** Stretches that overlap or touch are one. */
function merge(sorted: readonly Stretch[]): readonly Stretch[] {
  const merged: Stretch[] = [];
  for (const stretch of sorted) {
    const last = merged.at(-1);
    if (last === undefined || stretch.from > last.to) merged.push(stretch);
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, stretch.to) };
  }
  return merged;
}

/** The same without the holidays of this calendar, or of all. */
export function findWork(env: Env, calendar: Row, between: Stretch): readonly Stretch[] {
  const leaves = [...tableOf(env, 'resource.calendar.leaves').rows()]
    .filter((leave) => [calendar.id, false].includes(Number(leave.get('calendar_id')) || false))
    .filter((leave) => leave.get('time_type') === 'leave' && !leave.get('resource_id'))
    .map((leave) => ({ from: toMs(leave.get('date_from')), to: toMs(leave.get('date_to')) }));
  return leaves.reduce(
    (open: readonly Stretch[], leave) => open.flatMap((stretch) => without(stretch, leave)),
    findAttendance(env, calendar, between),
  );
}

export const zoneOf = (calendar: Row): string => String(calendar.get('tz') || 'UTC');

export const findCalendar = (env: Env, id: number): Row | undefined => findRow(env, 'resource.calendar', id);

function isInForce(line: Row, date: string): boolean {
  const [from, to] = [line.get('date_from'), line.get('date_to')];
  return !(from && date < String(from)) && !(to && date > String(to));
}

function without(stretch: Stretch, { from, to }: Stretch): readonly Stretch[] {
  return [
    { from: stretch.from, to: Math.min(stretch.to, from) },
    { from: Math.max(stretch.from, to), to: stretch.to },
  ].filter((part) => part.from < part.to);
}

const toMs = (text: unknown) => Date.parse(`${String(text).replace(' ', 'T')}Z`);

/** Of an hour that comes twice the second is meant, as Odoo reads it; the end of a day is its last moment. */
function toInstant(date: string, hours: number, zone: string): number {
  const minutes = Math.round(hours * 60);
  const time =
    minutes >= 1440
      ? { hour: 23, minute: 59, second: 59, millisecond: 999 }
      : { hour: Math.floor(minutes / 60), minute: minutes % 60 };
  const local = DateTime.fromISO(date, { zone }).set(time);
  return Math.max(...local.getPossibleOffsets().map((possible) => possible.toMillis()));
}
