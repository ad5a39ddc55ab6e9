import { valueError } from '../faults.ts';
import { getField, hasColumn } from '../field.ts';
import type { Env, Field, Model } from '../model.ts';
import { followPath, getRawValue } from '../orm/raw-value.ts';
import type { Row } from '../values.ts';

/** A value that groups put together: `field:function`, or `name:function(field)`. */
export interface Aggregate {
  readonly name: string;
  readonly field: Field;
  readonly function: string;
}

type Values = readonly unknown[];
const numbers = (values: Values) => values.map(Number);
const unlessEmpty = (values: Values, found: (of: readonly number[]) => number) =>
  values.length === 0 ? false : found(numbers(values));
const total = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0);

const FUNCTIONS: Readonly<Record<string, (values: Values) => unknown>> = {
  sum: (values) => unlessEmpty(values, total),
  avg: (values) => unlessEmpty(values, (of) => total(of) / of.length),
  min: (values) => unlessEmpty(values, (of) => Math.min(...of)),
  max: (values) => unlessEmpty(values, (of) => Math.max(...of)),
  count: (values) => values.length,
  count_distinct: (values) => new Set(values).size,
};

/** Nothing where the text names a field alone. */
export function findAggregate(model: Model, spec: string): readonly Aggregate[] {
  const [, name, called, own] = /^(\w+):(\w+)(?:\((\w+)\))?$/.exec(spec) ?? [];
  if (name === undefined || called === undefined) return [];
  if (called !== 'array_agg' && !FUNCTIONS[called]) {
    throw valueError(`Invalid aggregate method '${called}' for '${spec}'.`);
  }
  return [{ name, field: getField(model, own ?? name), function: called }];
}

export function aggregate(env: Env, model: Model, one: Aggregate, rows: readonly Row[]): unknown {
  const inOrder = [...rows].sort((a, b) => a.id - b.id);
  const values = inOrder.map((row) => columnValue(env, model, one.field, row));
  // In a list what is empty is null, and not false.
  if (one.function === 'array_agg') return values;
  return FUNCTIONS[one.function]?.(values.filter((value) => value !== null));
}

/** What PostgreSQL finds: null where nothing was written, and behind a link that is empty. */
function columnValue(env: Env, model: Model, field: Field, row: Row): unknown {
  if (field.related && !hasColumn(field)) {
    const end = followPath(env, model, row, field.related);
    return end ? columnValue(env, end.model, end.field, end.row) : null;
  }
  const value = getRawValue(env, model, field, row);
  return value === false && field.type !== 'boolean' ? null : value;
}
