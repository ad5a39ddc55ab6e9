import { DateTime, IANAZone } from 'luxon';
import { attributeError, OdooFault, typeError, valueError } from '../faults.ts';
import { createNamespace, type PyKeywords, type PyObject, type PyValue } from './object.ts';
import { pyStr } from './text.ts';

export interface PyMoment extends PyObject {
  readonly pyType: 'datetime.datetime' | 'datetime.date';
  readonly date: Date;
}

interface PyDuration extends PyObject {
  readonly pyType: 'datetime.timedelta';
  readonly milliseconds: number;
}

export const isMoment = (value: unknown): value is PyMoment =>
  typeof value === 'object' && value !== null && 'pyType' in value && 'date' in value;

const isDuration = (value: unknown): value is PyDuration =>
  typeof value === 'object' && value !== null && 'milliseconds' in value;

const day = 86_400_000;
const partNames = ['year', 'month', 'day', 'hour', 'minute', 'second'];

function dateOf(parts: readonly number[]): Date {
  const [year = 1970, month = 1, dayOfMonth = 1, hour = 0, minute = 0, second = 0] = parts;
  return new Date(Date.UTC(year, month - 1, dayOfMonth, hour, minute, second));
}

/** The module `datetime`; the clock says what now is, in UTC as Odoo's servers run. */
export function createDatetimeModule(clock: () => Date): PyObject {
  const kind = (pyType: PyMoment['pyType']) => {
    const now = () => createMoment(pyType, clock());
    const construct = (args: readonly PyValue[]) => createMoment(pyType, dateOf(args.map(Number)));
    const parse = (args: readonly PyValue[]) => createMoment(pyType, parseMoment(String(args[0])));
    const members: Readonly<Record<string, PyValue>> = {
      now,
      utcnow: now,
      today: now,
      strptime: parse,
      fromisoformat: parse,
      combine: (args: readonly PyValue[]) => args[0],
    };
    return Object.assign(construct, { members });
  };
  return createNamespace('datetime', {
    datetime: kind('datetime.datetime'),
    date: kind('datetime.date'),
    timezone: createNamespace('timezone', { utc: 'UTC' }),
    timedelta: (args: readonly PyValue[], keywords: PyKeywords) => createDuration(args, keywords),
  });
}

export function parseMoment(text: string): Date {
  const date = new Date(`${text.replace(' ', 'T').padEnd(10)}${text.length > 10 ? 'Z' : 'T00:00:00Z'}`);
  if (Number.isNaN(date.getTime())) throw valueError(`time data '${text}' does not match format`);
  return date;
}

/** A moment that shows the clock of its zone, and says in what offset. */
export function createZonedMoment(instant: number, zone: string): PyMoment {
  const minutes = IANAZone.create(zone).offset(instant);
  const moment = createMoment('datetime.datetime', new Date(instant + minutes * 60_000));
  const format = (pattern: string) => DateTime.fromMillis(instant, { zone }).toFormat(pattern);
  const members: Readonly<Record<string, PyValue>> = {
    timestamp: () => instant / 1000,
    utcoffset: () => createDuration([], { minutes }),
    tzname: () => format('ZZZZ'),
    astimezone: ([other]: readonly PyValue[]) =>
      createZonedMoment(instant, isZone(other) ? other.zone : 'UTC'),
  };
  return {
    ...moment,
    getAttribute: (name) => (name in members ? members[name] : moment.getAttribute(name)),
    text: () => `${moment.text()}${format('ZZ')}`,
  };
}

interface PyZone extends PyObject {
  readonly zone: string;
}

const isZone = (value: unknown): value is PyZone =>
  typeof value === 'object' && value !== null && 'zone' in value;

/** `pytz.timezone(name)`; of an hour that clocks show twice `localize` takes the second, as pytz does. */
export function createTimezone(name: string): PyZone {
  if (!IANAZone.isValidZone(name)) throw new OdooFault('pytz.exceptions.UnknownTimeZoneError', `'${name}'`);
  return {
    pyType: 'timezone',
    zone: name,
    getAttribute(attribute) {
      if (attribute === 'zone') return name;
      if (attribute === 'fromutc')
        return ([moment]: readonly PyValue[]) => createZonedMoment(instantOf(moment), name);
      if (attribute !== 'localize') throw attributeError(`'timezone' object has no attribute '${attribute}'`);
      return ([moment]: readonly PyValue[]) => createZonedMoment(findInstant(moment, name), name);
    },
    text: () => name,
  };
}

function instantOf(moment: PyValue): number {
  if (!isMoment(moment)) throw typeError('a moment is wanted');
  return moment.date.getTime();
}

function findInstant(moment: PyValue, zone: string): number {
  const shown = instantOf(moment);
  // Standard time, which is the lesser of the two offsets, wherever both would do.
  const offsets = [-1, 1].map((days) => DateTime.fromMillis(shown + days * day, { zone }).offset * 60_000);
  const fits = [...offsets]
    .sort((a, b) => a - b)
    .find((offset) => DateTime.fromMillis(shown - offset, { zone }).offset * 60_000 === offset);
  return shown - (fits ?? offsets[0] ?? 0);
}

export function createMoment(pyType: PyMoment['pyType'], moment: Date): PyMoment {
  const date = pyType === 'datetime.date' ? new Date(Math.floor(moment.getTime() / day) * day) : moment;
  const iso = date.toISOString();
  const parts = iso.split(/\D/).map(Number);
  const shown = pyType === 'datetime.date' ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
  const members: Readonly<Record<string, PyValue>> = {
    ...Object.fromEntries(partNames.map((name, position) => [name, parts[position]])),
    date: () => createMoment('datetime.date', date),
    weekday: () => (date.getUTCDay() + 6) % 7,
    isoformat: () => (pyType === 'datetime.date' ? shown : shown.replace(' ', 'T')),
    strftime: (args: readonly PyValue[]) => formatMoment(date, pyStr(args[0])),
    timestamp: () => date.getTime() / 1000,
    replace: (_: readonly PyValue[], changes: PyKeywords) =>
      createMoment(
        pyType,
        dateOf(partNames.map((name, position) => Number(changes[name] ?? parts[position]))),
      ),
  };
  return {
    pyType,
    date,
    getAttribute(name) {
      if (name in members) return members[name];
      throw attributeError(`'${pyType}' object has no attribute '${name}'`);
    },
    binary(operator, other) {
      if (isDuration(other) && (operator === '+' || operator === '-')) {
        const sign = operator === '+' ? 1 : -1;
        return createMoment(pyType, new Date(date.getTime() + sign * other.milliseconds));
      }
      if (isMoment(other) && operator === '-') {
        return createDuration([], { milliseconds: date.getTime() - other.date.getTime() });
      }
      return undefined;
    },
    compare: (other) => (isMoment(other) ? date.getTime() - other.date.getTime() : undefined),
    text: () => shown,
  };
}

function formatMoment(date: Date, format: string): string {
  const [Y = '', m, d, H, M, S] = date.toISOString().split(/\D/);
  const parts: Readonly<Record<string, string | undefined>> = { Y, y: Y.slice(2), m, d, H, M, S, '%': '%' };
  return format.replace(/%([YymdHMS%])/g, (_, letter: string) => parts[letter] ?? '');
}

const units: Readonly<Record<string, number>> = {
  weeks: 7 * day,
  days: day,
  hours: 3_600_000,
  minutes: 60_000,
  seconds: 1000,
  milliseconds: 1,
};

function createDuration(args: readonly PyValue[], keywords: PyKeywords): PyDuration {
  let milliseconds = Number(args[0] ?? 0) * day + Number(args[1] ?? 0) * 1000;
  for (const [unit, amount] of Object.entries(keywords)) {
    const size = units[unit];
    if (size === undefined) throw typeError(`'${unit}' is an invalid keyword argument for this function`);
    milliseconds += Number(amount) * size;
  }
  return {
    pyType: 'datetime.timedelta',
    milliseconds,
    getAttribute(name) {
      if (name === 'days') return Math.floor(milliseconds / day);
      if (name === 'seconds') return Math.floor((((milliseconds % day) + day) % day) / 1000);
      if (name === 'total_seconds') return () => milliseconds / 1000;
      throw attributeError(`'datetime.timedelta' object has no attribute '${name}'`);
    },
    isTrue: () => milliseconds !== 0,
    binary(operator, other) {
      if (isMoment(other) && operator === '+') return other.binary?.('+', this, false);
      if (isDuration(other) && (operator === '+' || operator === '-')) {
        const sign = operator === '+' ? 1 : -1;
        return createDuration([], { milliseconds: milliseconds + sign * other.milliseconds });
      }
      if (typeof other === 'number' && operator === '*')
        return createDuration([], { milliseconds: milliseconds * other });
      return undefined;
    },
    compare: (other) => (isDuration(other) ? milliseconds - other.milliseconds : undefined),
    text: () => `${milliseconds / 1000}s`,
  };
}
