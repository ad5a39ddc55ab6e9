import { attributeError, typeError, valueError } from '../faults.ts';
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

/** The module `datetime`; the clock says what now is, in UTC as Odoo's servers run. */
export function createDatetimeModule(clock: () => Date): PyObject {
  const kind = (pyType: PyMoment['pyType']) => {
    const now = () => createMoment(pyType, clock());
    const construct = (args: readonly PyValue[]) => {
      const [year = 1970, month = 1, dayOfMonth = 1, hour = 0, minute = 0, second = 0] = args.map(Number);
      return createMoment(pyType, new Date(Date.UTC(year, month - 1, dayOfMonth, hour, minute, second)));
    };
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
    timedelta: (args: readonly PyValue[], keywords: PyKeywords) => createDuration(args, keywords),
  });
}

export function parseMoment(text: string): Date {
  const date = new Date(`${text.replace(' ', 'T').padEnd(10)}${text.length > 10 ? 'Z' : 'T00:00:00Z'}`);
  if (Number.isNaN(date.getTime())) throw valueError(`time data '${text}' does not match format`);
  return date;
}

export function createMoment(pyType: PyMoment['pyType'], moment: Date): PyMoment {
  const date = pyType === 'datetime.date' ? new Date(Math.floor(moment.getTime() / day) * day) : moment;
  const iso = date.toISOString();
  const shown = pyType === 'datetime.date' ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
  const members: Readonly<Record<string, PyValue>> = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    date: () => createMoment('datetime.date', date),
    weekday: () => (date.getUTCDay() + 6) % 7,
    isoformat: () => (pyType === 'datetime.date' ? shown : shown.replace(' ', 'T')),
    strftime: (args: readonly PyValue[]) => formatMoment(date, pyStr(args[0])),
    timestamp: () => date.getTime() / 1000,
    replace: (_: readonly PyValue[], changes: PyKeywords) =>
      createMoment(pyType, replaceParts(date, changes)),
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

function replaceParts(date: Date, changes: PyKeywords): Date {
  const part = (name: string, value: number) => Number(changes[name] ?? value);
  return new Date(
    Date.UTC(
      part('year', date.getUTCFullYear()),
      part('month', date.getUTCMonth() + 1) - 1,
      part('day', date.getUTCDate()),
      part('hour', date.getUTCHours()),
      part('minute', date.getUTCMinutes()),
      part('second', date.getUTCSeconds()),
    ),
  );
}

function formatMoment(date: Date, format: string): string {
  const iso = date.toISOString();
  const parts: Readonly<Record<string, string>> = {
    Y: iso.slice(0, 4),
    y: iso.slice(2, 4),
    m: iso.slice(5, 7),
    d: iso.slice(8, 10),
    H: iso.slice(11, 13),
    M: iso.slice(14, 16),
    S: iso.slice(17, 19),
    '%': '%',
  };
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
