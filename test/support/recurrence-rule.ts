import fc from 'fast-check';
import { DateTime } from 'luxon';

/** A rule of a recurrence, as its form has it; days as `YYYY-MM-DD`. */
export interface Rule {
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly every: number;
  /** Of a week: 1 is Monday. */
  readonly weekdays: readonly number[];
  readonly by: 'day' | 'weekday';
  readonly day: number;
  readonly nth: '1' | '2' | '3' | '4' | 'last';
  readonly weekday: number;
  readonly month: number;
  readonly start: string;
  readonly closed: 'open' | 'skip' | 'after' | 'before';
  readonly ahead: number;
  readonly hour: number;
}

/** Soon enough for Odoo, whose time zones end in 2037, and with a leap day among them. */
export const anyRule: fc.Arbitrary<Rule> = fc.record({
  unit: fc.constantFrom('day', 'week', 'month', 'year'),
  every: fc.integer({ min: 1, max: 4 }),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
  by: fc.constantFrom('day', 'weekday'),
  day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 28, max: 31 })),
  nth: fc.constantFrom('1', '2', '3', '4', 'last'),
  weekday: fc.integer({ min: 1, max: 7 }),
  month: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(2)),
  start: fc
    .integer({ min: 0, max: 1000 })
    .map((days) => DateTime.fromISO('2029-12-01', { zone: 'UTC' }).plus({ days }).toISODate() ?? ''),
  closed: fc.constantFrom('open', 'skip', 'after', 'before'),
  ahead: fc.constantFrom(0, 0, 3, 30),
  hour: fc.constantFrom(0, 6, 7.5, 23.75),
});

export interface Occurrence {
  readonly nominal: string;
  readonly real: string;
  /** In UTC, as Odoo writes it. */
  readonly opensAt: string;
}

/**
 * The first dates of a rule, found by looking at day after day: slow and plain, and nothing like what Odoo runs. Open are
 * Monday to Friday but for the holidays.
 */
export function listOccurrences(
  rule: Rule,
  count: number,
  holidays: ReadonlySet<string>,
  zone: string,
): readonly Occurrence[] {
  const start = DateTime.fromISO(rule.start, { zone: 'UTC' });
  const isOpen = (day: DateTime) => day.weekday <= 5 && !holidays.has(day.toISODate() ?? '');
  const found: Occurrence[] = [];
  let latest = '';
  for (let day = start; found.length < count && day.year < start.year + 60; day = day.plus({ days: 1 })) {
    if (!isOfRule(rule, start, day)) continue;
    let real = day;
    if (rule.closed !== 'open' && !isOpen(day)) {
      if (rule.closed === 'skip') continue;
      while (!isOpen(real)) real = real.plus({ days: rule.closed === 'after' ? 1 : -1 });
    }
    const text = real.toISODate() ?? '';
    if (text <= latest) continue;
    latest = text;
    const local = real
      .minus({ days: rule.ahead })
      .set({ hour: Math.floor(rule.hour), minute: (rule.hour % 1) * 60 });
    const opensAt = local.setZone(zone, { keepLocalTime: true }).toUTC().toFormat('yyyy-MM-dd HH:mm:ss');
    found.push({ nominal: day.toISODate() ?? '', real: text, opensAt });
  }
  return found;
}

function isOfRule(rule: Rule, start: DateTime, day: DateTime): boolean {
  const isTurn = (apart: number) => apart % rule.every === 0;
  if (rule.unit === 'day') return isTurn(Math.round(day.diff(start, 'days').days));
  if (rule.unit === 'week') {
    const weeks = Math.round(day.startOf('week').diff(start.startOf('week'), 'days').days) / 7;
    const weekdays = rule.weekdays.length > 0 ? rule.weekdays : [start.weekday];
    return isTurn(weeks) && weekdays.includes(day.weekday);
  }
  if (!isDayOfMonth(rule, day)) return false;
  if (rule.unit === 'month') return isTurn((day.year - start.year) * 12 + day.month - start.month);
  return isTurn(day.year - start.year) && day.month === rule.month;
}

function isDayOfMonth({ by, day: wanted, nth, weekday }: Rule, day: DateTime): boolean {
  const last = day.daysInMonth ?? 31;
  if (by === 'day') return day.day === Math.min(wanted, last);
  if (day.weekday !== weekday) return false;
  return nth === 'last' ? day.day + 7 > last : Math.ceil(day.day / 7) === Number(nth);
}

/** As the form of a recurrence keeps it. */
export function toRecurrence(rule: Rule) {
  const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const weekdays = Object.fromEntries(rule.weekdays.map((day) => [`x_${names[day - 1]}`, true]));
  return {
    ...weekdays,
    x_unit: rule.unit,
    x_every: rule.every,
    x_by: rule.by,
    x_day: rule.day,
    x_nth: rule.nth,
    x_weekday: String(rule.weekday - 1),
    x_month: String(rule.month),
    x_start: rule.start,
    x_closed: rule.closed,
    x_ahead: rule.ahead,
    x_hour: rule.hour,
  };
}
