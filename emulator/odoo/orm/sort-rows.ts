import { findRow, getModel } from '../env.ts';
import { userError } from '../faults.ts';
import { getField } from '../field.ts';
import type { Env, Field, Model } from '../model.ts';
import type { Row, Stored } from '../values.ts';
import { getRawValue } from './raw-value.ts';

type Compare = (a: Row, b: Row) => number;

const valid = /^(\s*[a-z0-9_.:]+(\s+(desc|asc))?(\s+nulls (first|last))?\s*(,|$))+(?<!,)$/i;

/** Sorts by an `order` text such as `x_state desc, id`. */
export function sortRows(env: Env, model: Model, rows: Row[], order: string): Row[] {
  return rows.sort(compileOrder(env, model, order, new Set()));
}

function compileOrder(env: Env, model: Model, order: string, seen: ReadonlySet<string>): Compare {
  if (!valid.test(order)) {
    throw userError(
      `Invalid "order" specified (${order}). A valid "order" specification is a comma-separated list of valid ` +
        'field names (optionally followed by asc/desc for the direction)',
    );
  }
  const parts = order.split(',').map((part) => compilePart(env, model, part.trim(), seen));
  return (a, b) => {
    for (const part of parts) {
      const result = part(a, b);
      if (result !== 0) return result;
    }
    return 0;
  };
}

function compilePart(env: Env, model: Model, part: string, seen: ReadonlySet<string>): Compare {
  const [path = '', direction = 'asc'] = part.split(/\s+/);
  const [name = ''] = path.split('.');
  const descending = direction.toLowerCase() === 'desc';
  const field = getField(model, name);
  if (field.type === 'many2one' && !path.includes('.')) {
    return compileRelated(env, model, field, descending, seen);
  }
  const emptyLast = /nulls last/i.test(part) || (!descending && !/nulls first/i.test(part));
  return (a, b) => {
    const left = getRawValue(env, model, field, a);
    const right = getRawValue(env, model, field, b);
    const [leftEmpty, rightEmpty] = [isNull(field, left), isNull(field, right)];
    if (leftEmpty || rightEmpty) {
      return leftEmpty === rightEmpty ? 0 : leftEmpty === emptyLast ? 1 : -1;
    }
    const result = left < right ? -1 : left > right ? 1 : 0;
    return descending ? -result : result;
  };
}

const isNull = (field: Field, value: Stored) => value === false && field.type !== 'boolean';

/** A many2one sorts as its comodel does by default; a second way round a loop sorts by id. */
function compileRelated(
  env: Env,
  model: Model,
  field: Field,
  descending: boolean,
  seen: ReadonlySet<string>,
): Compare {
  const comodel = getModel(env, field.relation ?? '');
  const key = `${model.name}.${field.name}`;
  const inner = seen.has(key)
    ? (a: Row, b: Row) => a.id - b.id
    : compileOrder(env, comodel, comodel.order, new Set([...seen, key]));
  return (a, b) => {
    const left = findRow(env, comodel.name, getRawValue(env, model, field, a));
    const right = findRow(env, comodel.name, getRawValue(env, model, field, b));
    if (left === right) return 0;
    if (!left || !right) return (left === undefined) === descending ? -1 : 1;
    return descending ? -inner(left, right) : inner(left, right);
  };
}
