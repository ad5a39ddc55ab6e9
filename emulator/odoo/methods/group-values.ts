import { DateTime } from 'luxon';
import { valueError } from '../faults.ts';
import { getField } from '../field.ts';
import type { Env, Field, Model } from '../model.ts';
import { getNameById } from '../orm/display-name.ts';
import { getRawValue } from '../orm/raw-value.ts';
import type { Row, Stored } from '../values.ts';

/** What rows are grouped by: `field`, or of a moment `field:month`. */
export interface GroupBy {
  /** As it was asked for; the name under which the answer has it. */
  readonly spec: string;
  readonly field: Field;
  readonly unit: Unit | undefined;
}

const UNITS = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const;
type Unit = (typeof UNITS)[number];
const FORMATS: Readonly<Record<Unit, string>> = {
  hour: 'hh:00 dd MMM',
  day: 'dd MMM yyyy',
  week: "'W'W kkkk",
  month: 'MMMM yyyy',
  quarter: "'Q'q yyyy",
  year: 'yyyy',
};
const WRITTEN = 'yyyy-MM-dd HH:mm:ss';

export function parseGroupBy(model: Model, asked: string): GroupBy {
  const [name = '', granularity] = asked.split(':');
  const field = getField(model, name);
  const isMoment = field.type === 'datetime' || field.type === 'date';
  const unit = UNITS.find((known) => known === (granularity ?? (isMoment ? 'month' : undefined)));
  if (granularity !== undefined && unit === undefined) throw valueError(`Invalid granularity ${granularity}`);
  return { spec: asked, field, unit: isMoment ? unit : undefined };
}

/** The value by which a row belongs to its group; of a moment the beginning of its month in the asker's zone. */
export function groupValue(env: Env, model: Model, { field, unit }: GroupBy, row: Row): Stored {
  const value = getRawValue(env, model, field, row);
  if (unit === undefined || typeof value !== 'string') return value;
  const moment = DateTime.fromSQL(value, { zone: 'utc' });
  return moment.setZone(zoneOf(env, field)).startOf(unit).toFormat(WRITTEN);
}

/** The same as the answer tells it. */
export function shownGroup(env: Env, { field, unit }: GroupBy, value: Stored): unknown {
  if (unit !== undefined && typeof value === 'string') {
    return DateTime.fromSQL(value, { locale: 'en' }).toFormat(FORMATS[unit]);
  }
  return field.type === 'many2one' && typeof value === 'number'
    ? [value, getNameById(env, field.relation ?? '', value)]
    : value;
}

/** From when to when a group reaches, in UTC; undefined where it is no stretch of time. */
export function rangeOf(env: Env, { field, unit }: GroupBy, value: Stored) {
  if (unit === undefined) return undefined;
  if (typeof value !== 'string') return false;
  const from = DateTime.fromSQL(value, { zone: zoneOf(env, field) });
  const write = (moment: DateTime) =>
    field.type === 'date' ? moment.toFormat('yyyy-MM-dd') : moment.toUTC().toFormat(WRITTEN);
  return { from: write(from), to: write(from.plus({ [unit]: 1 })) };
}

/** The conditions that find its rows. */
export function groupDomain(env: Env, group: GroupBy, value: Stored): readonly unknown[] {
  const { name } = group.field;
  const range = rangeOf(env, group, value);
  if (!range) return [[name, '=', value]];
  return ['&', [name, '>=', range.from], [name, '<', range.to]];
}

const zoneOf = (env: Env, { type }: Field): string =>
  type === 'datetime' ? String(env.context.tz || 'UTC') : 'UTC';
