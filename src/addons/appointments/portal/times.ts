import { DateTime } from 'luxon';
import { z } from 'zod';
import { groupBy } from '../../../lib/group-by.ts';
import { textKey } from '../../../lib/text-key.ts';
import { toOdooDatetime } from '../../../odoo/values.ts';
import type { Shown } from '../../../portal/shown.ts';
import { VISIT_LIMITS } from '../limits.ts';
import type { FoundSlots, Slot } from './asks.ts';

type Fields = Readonly<Record<string, string>>;

/** Which days are looked at, and at whose times: as it stands in addresses and forms. */
export interface TimesQuery {
  /** `YYYY-MM-DD`, where the reader lives; today where it is undefined. */
  readonly from: string | undefined;
  /** A user's id; 0 for anyone who is free. */
  readonly technician: number;
}

/** A form that came back has both among its fields. */
export function findTimesQuery(query: Fields, fields: Fields): TimesQuery {
  const { from, technician } = { ...query, ...fields };
  return {
    from: DateTime.fromISO(from ?? '').isValid && /^\d{4}-\d\d-\d\d$/.test(from ?? '') ? from : undefined,
    technician: Number(/^\d{1,9}$/.exec(technician ?? '')?.[0] ?? 0),
  };
}

/** From when on times are asked for; days that are over are none. */
export function startOf({ from }: TimesQuery, zone: string | undefined, now: Date): string | false {
  const begin = from && DateTime.fromISO(from, { zone: zone ?? 'UTC' }).toJSDate();
  return begin && begin > now ? toOdooDatetime(begin) : false;
}

/** What stands in a form for a time: when it begins, and who is free then, the best first. */
const TIME = /^(\d{1,10})-([1-9]\d{0,9}(?:\.[1-9]\d{0,9}){0,49})$/;

export const ChosenTime = z
  .string({ error: textKey('visit.error.time') })
  .regex(TIME, textKey('visit.error.time'))
  .transform((text) => {
    const [, begin = '', people = ''] = TIME.exec(text) ?? [];
    return { begin: Number(begin), technicians: people.split('.').map(Number) };
  });

export interface TimesPage {
  readonly path: string;
  /** What stands in the address besides. */
  readonly kept: Fields;
  readonly query: TimesQuery;
  readonly fields: Fields;
  readonly zone: string;
  readonly now: Date;
  /** The form has more to fill in than a time: what is typed there goes along to other days. */
  readonly isTyped?: boolean;
  /** Who has it by now, and is asked first. */
  readonly usual?: number | undefined;
}

/** Days as sections with their times, and what leads to other days. */
export function mapTimes({ slots, ahead }: FoundSlots, page: TimesPage) {
  const { query, fields, zone, now } = page;
  const today = dayOf(now.getTime() / 1000, zone);
  const first = query.from && query.from > today ? query.from : today;
  const end = shift(first, VISIT_LIMITS.days);
  const shown = slots.filter(({ begin }) => dayOf(begin, zone) < end);
  const people = peopleOf(shown);
  const { technician } = query;
  const theirs = technician === 0 ? shown : shown.filter((slot) => has(slot, technician));
  const href = (from: string) => {
    const kept = { ...page.kept, ...(technician === 0 ? {} : { technician: String(technician) }) };
    const text = new URLSearchParams(from === today ? kept : { ...kept, from }).toString();
    return `${page.path}${text === '' ? '' : `?${text}`}`;
  };
  const earlier = [shift(first, -VISIT_LIMITS.days), today].sort().at(-1) ?? today;
  const furthest = Math.min(ahead || VISIT_LIMITS.furthestDays, VISIT_LIMITS.furthestDays);
  const later = end <= shift(today, furthest) ? end : undefined;
  return {
    path: page.path,
    kept: Object.entries(page.kept).map(([name, value]) => ({ name, value })),
    isTyped: page.isTyped === true || Object.keys(fields).length > 0,
    from: first,
    first: { day: first, style: 'wholeDay' } satisfies Shown,
    last: { day: shift(end, -1), style: 'wholeDay' } satisfies Shown,
    earlier: first > today ? { from: earlier, href: href(earlier) } : undefined,
    later: later === undefined ? undefined : { from: later, href: href(later) },
    technician,
    hasChoice: people.size > 1 || technician !== 0,
    technicians: [...people].map(([id, name]) => ({ value: id, name, isChosen: id === technician })),
    days: mapDays(theirs, { ...page, technician, isOnly: people.size > 1 }),
  };
}

const dayOf = (seconds: number, zone: string): string =>
  DateTime.fromSeconds(seconds, { zone }).toISODate() ?? '';
const shift = (day: string, days: number): string =>
  DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toISODate() ?? day;
const has = ({ technicians }: Slot, wanted: number) => technicians.some(({ id }) => id === wanted);

function peopleOf(slots: readonly Slot[]): ReadonlyMap<number, string> {
  const people = slots.flatMap(({ technicians }) => technicians.map(({ id, name }) => [id, name] as const));
  return new Map(people.sort(([, a], [, b]) => a.localeCompare(b)));
}

interface DaysOptions extends Pick<TimesPage, 'zone' | 'fields' | 'usual'> {
  readonly technician: number;
  /** Whether it says something that one person alone is free. */
  readonly isOnly: boolean;
}

function mapDays(slots: readonly Slot[], options: DaysOptions) {
  const days = groupBy(slots, ({ begin }) => dayOf(begin, options.zone));
  const chosen = /^\d+/.exec(options.fields.time ?? '')?.[0];
  return [...days].map(([day, ofDay]) => ({
    day,
    heading: { day, style: 'wholeDay' } satisfies Shown,
    times: ofDay.map((slot) => ({
      id: `time-${slot.begin}`,
      value: `${slot.begin}-${inOrder(slot, options).join('.')}`,
      begin: new Date(slot.begin * 1000),
      isChosen: String(slot.begin) === chosen,
      hint: hintOf(slot, options),
    })),
  }));
}

/** Whoever was chosen, or comes already, before all others. */
function inOrder({ technicians }: Slot, { technician, usual }: DaysOptions): readonly number[] {
  const ids = technicians.map(({ id }) => id);
  if (technician !== 0) return [technician];
  const first = ids.filter((id) => id === usual);
  return [...first, ...ids.filter((id) => id !== usual)].slice(0, VISIT_LIMITS.technicians);
}

/** Why this time is a good one, as far as that says something. */
function hintOf({ why, technicians }: Slot, { technician, isOnly }: DaysOptions): Shown | undefined {
  const [best, ...others] = technicians;
  if (why === 'near' && (technician === 0 || best?.id === technician)) return { key: 'visit.why.near' };
  if (!isOnly || technician !== 0 || others.length > 0 || !best) return undefined;
  return { key: 'visit.why.only', values: { name: best.name } };
}
