import { DateTime, Interval } from 'luxon';
import type { Week } from './visit-world.ts';

/** A technician's time as a test knows it: told apart from what Odoo's code makes of the same records. */
export interface KnownWorker {
  readonly id: number;
  /** None: always. */
  readonly hours: readonly { readonly week: Week; readonly zone: string }[];
  /** Whose days count. */
  readonly zone: string;
  readonly away: readonly Span[];
  readonly closed: readonly Span[];
  readonly events: readonly Span[];
  readonly visits: readonly KnownVisit[];
  readonly before: number;
  readonly after: number;
  readonly most: number;
  readonly areas: readonly number[];
}

/** Seconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface KnownVisit extends Span {
  /** Minutes free on either side. */
  readonly before: number;
  readonly after: number;
  readonly type: number;
  readonly area: number;
  readonly isOnSite: boolean;
}

export interface KnownType {
  readonly id: number;
  /** Minutes. */
  readonly length: number;
  readonly notice: number;
  readonly horizon: number;
  readonly most: number;
  readonly isOnSite: boolean;
  readonly area: number;
  readonly within: ReadonlyMap<number, number>;
  readonly beyond: ReadonlyMap<number, number>;
}

const DAY = 86_400;

/** The rules that a visit would break; all of them, each looked at for itself. */
export function findBroken(
  type: KnownType,
  worker: KnownWorker,
  begin: number,
  now: number,
): readonly string[] {
  const end = begin + type.length * 60;
  const span = { from: begin, to: end };
  const broken = {
    past: begin < now,
    grid: begin % 300 !== 0,
    zone: type.isOnSite && type.area > 0 && worker.areas.length > 0 && !worker.areas.includes(type.area),
    notice: begin < now + type.notice,
    horizon: type.horizon > 0 && begin > now + type.horizon,
    closed: worker.closed.some((other) => overlap(other, span)),
    hours: !worker.hours.every(({ week, zone }) =>
      isWithin(openings(week, zone, begin - 3 * DAY, end + 3 * DAY, worker.closed), span),
    ),
    absence: worker.away.some((other) => overlap(other, span)),
    taken: worker.visits.some((visit) => gapTooShort(visit, worker, span)),
    event: worker.events.some((other) => overlap(other, span)),
    travel: type.isOnSite && worker.visits.some((visit) => visit.isOnSite && isTooFar(type, visit, span)),
    most: worker.most > 0 && sameDay(worker, begin).length >= worker.most,
    mostOfType:
      type.most > 0 && sameDay(worker, begin).filter((visit) => visit.type === type.id).length >= type.most,
  };
  return Object.entries(broken).flatMap(([rule, is]) => (is ? [rule] : []));
}

const overlap = (a: Span, b: Span) => a.from < b.to && b.from < a.to;

function gapTooShort(visit: KnownVisit, worker: KnownWorker, span: Span): boolean {
  const up = (minutes: number) => Math.ceil(minutes / 5) * 300;
  return overlap(
    { from: visit.from - up(visit.before), to: visit.to + up(visit.after) },
    { from: span.from - up(worker.before), to: span.to + up(worker.after) },
  );
}

function isTooFar(type: KnownType, visit: KnownVisit, span: Span): boolean {
  const isSame = type.area > 0 && type.area === visit.area;
  const minutes = isSame
    ? (type.within.get(type.area) ?? 0)
    : Math.max(type.beyond.get(type.area) ?? 0, type.beyond.get(visit.area) ?? 0);
  return visit.to <= span.from ? span.from - visit.to < minutes * 60 : visit.from - span.to < minutes * 60;
}

function sameDay(worker: KnownWorker, begin: number): readonly KnownVisit[] {
  const day = DateTime.fromSeconds(begin, { zone: worker.zone }).toISODate();
  return worker.visits.filter(
    ({ from }) => DateTime.fromSeconds(from, { zone: worker.zone }).toISODate() === day,
  );
}

function isWithin(open: readonly Interval[], span: Span): boolean {
  const asked = Interval.fromDateTimes(DateTime.fromSeconds(span.from), DateTime.fromSeconds(span.to));
  return open.some((interval) => interval.engulfs(asked));
}

/** Stretches of opening hours without holidays, by the clock of their zone; what touches is one. */
export function openings(
  week: Week,
  zone: string,
  from: number,
  to: number,
  closed: readonly Span[],
): readonly Interval[] {
  const found: Interval[] = [];
  let day = DateTime.fromSeconds(from, { zone }).startOf('day').minus({ days: 1 });
  for (; day.toSeconds() < to + DAY; day = day.plus({ days: 1 })) {
    for (const [weekday, opens, closes] of week) {
      if (weekday !== day.weekday) continue;
      const [begin, end] = [clock(day, opens), clock(day, closes)];
      if (begin < end) found.push(Interval.fromDateTimes(begin, end));
    }
  }
  const holidays = closed.map((span) =>
    Interval.fromDateTimes(DateTime.fromSeconds(span.from), DateTime.fromSeconds(span.to)),
  );
  return Interval.merge(found).flatMap((interval) => interval.difference(...holidays));
}

/** A time of the clock on that day; where it comes twice the second is meant, where it never comes it is an hour later. */
function clock(day: DateTime, hours: number): DateTime {
  if (hours === 24) return day.plus({ days: 1 });
  const moment = day.set({ hour: Math.floor(hours), minute: Math.round((hours % 1) * 60) });
  return moment.getPossibleOffsets().reduce((last, one) => (one > last ? one : last));
}

/** All times at which it may begin: counted from when the hours of a stretch open, in steps. */
export function listBegins(
  type: KnownType,
  worker: KnownWorker,
  step: number,
  from: number,
  to: number,
): readonly number[] {
  const stretches = worker.hours
    .map(({ week, zone }) => openings(week, zone, from - 3 * DAY, to + 3 * DAY, worker.closed))
    .reduce<readonly Interval[] | undefined>(
      (common, own) =>
        common ? common.flatMap((one) => own.flatMap((other) => one.intersection(other) ?? [])) : own,
      undefined,
    );
  const spans = stretches?.map(
    (one) => [one.start?.toSeconds() ?? 0, one.end?.toSeconds() ?? 0] as const,
  ) ?? [[Math.floor(from / DAY) * DAY, to + type.length * 60 + DAY] as const];
  return spans.flatMap(([opens, closes]) => {
    const begins: number[] = [];
    for (let begin = opens; begin + type.length * 60 <= closes; begin += step * 60) {
      if (begin >= from && begin < to && begin % 300 === 0) begins.push(begin);
    }
    return begins;
  });
}
