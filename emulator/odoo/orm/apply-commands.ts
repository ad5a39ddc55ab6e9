import { getRows } from '../access/check-access.ts';
import { getModel, tableOf } from '../env.ts';
import { ConstraintFault, valueError } from '../faults.ts';
import type { Env, Field, Model } from '../model.ts';
import { isIdList, type Row, toIds, toList, toRecord } from '../values.ts';
import { getRawValue } from './raw-value.ts';

type Ids = readonly number[];
type Command = readonly [code: number, id: number, payload: unknown];

/** Carries out the commands that are written to a one2many or many2many. */
export function applyCommands(env: Env, model: Model, field: Field, row: Row, value: unknown): void {
  const commands = parseCommands(model, field, value);
  if (field.type === 'one2many') applyToLines(env, model, field, row, commands);
  else applyToPairs(env, model, field, row, commands);
}

function parseCommands(model: Model, field: Field, value: unknown): Command[] {
  if (value === false || value === null) return [[5, 0, false]];
  if (!Array.isArray(value))
    throw valueError(`Wrong value for ${model.name}.${field.name}: ${String(value)}`);
  const items: readonly unknown[] = value;
  // An empty list is no command, and takes nothing away.
  if (items.length > 0 && isIdList(items)) return [[6, 0, items]];
  return [...value].map((item) => {
    if (typeof item === 'number') return [4, item, false] as const;
    const parts = toList(item);
    return [Number(parts[0]), Number(parts[1] ?? 0), parts[2] ?? false] as const;
  });
}

function applyToLines(env: Env, model: Model, field: Field, row: Row, commands: readonly Command[]) {
  const { orm } = env.engine;
  const comodel = getModel(env, field.relation ?? '');
  const inverse = field.inverse ?? '';
  const link = {
    [inverse]: row.id,
    ...(field.inverseModelField && { [field.inverseModelField]: model.name }),
  };
  const lines = () => toIds(getRawValue(env, model, field, row));
  const drop = (ids: Ids) => {
    const inverseField = comodel.fields.get(inverse);
    const rows = getRows(env, comodel, ids);
    if (inverseField?.required || inverseField?.onDelete === 'cascade') orm.unlink(env, comodel, rows);
    else orm.write(env, comodel, rows, { [inverse]: false });
  };
  for (const [code, id, payload] of commands) {
    if (code === 0) orm.create(env, comodel, [{ ...toRecord(payload), ...link }]);
    else if (code === 1) orm.write(env, comodel, getRows(env, comodel, [id]), toRecord(payload));
    else if (code === 2) orm.unlink(env, comodel, getRows(env, comodel, [id]));
    else if (code === 3) drop([id]);
    else if (code === 4) orm.write(env, comodel, getRows(env, comodel, [id]), link);
    else if (code === 5) drop(lines());
    else if (code === 6) {
      const wanted = toIds(payload);
      const kept = lines();
      drop(kept.filter((line) => !wanted.includes(line)));
      const fresh = wanted.filter((line) => !kept.includes(line));
      orm.write(env, comodel, getRows(env, comodel, fresh), link);
    }
  }
}

function applyToPairs(env: Env, model: Model, field: Field, row: Row, commands: readonly Command[]) {
  const { orm } = env.engine;
  const comodel = getModel(env, field.relation ?? '');
  const before = toIds(getRawValue(env, model, field, row));
  let ids = [...before];
  for (const [code, id, payload] of commands) {
    if (code === 0) ids.push(...orm.create(env, comodel, [toRecord(payload)]).map((made) => made.id));
    else if (code === 1) orm.write(env, comodel, getRows(env, comodel, [id]), toRecord(payload));
    else if (code === 2 || code === 3) ids = ids.filter((kept) => kept !== id);
    else if (code === 4 && !ids.includes(id)) ids.push(id);
    else if (code === 5) ids = [];
    else if (code === 6) ids = [...new Set(toIds(payload))];
    if (code === 2) orm.unlink(env, comodel, getRows(env, comodel, [id]));
  }
  checkPairs(env, model, field, comodel, ids);
  if (!field.inverse) tableOf(env, model.name).set(row, field.name, ids);
  else mirrorPairs(env, field, row.id, before, ids);
}

function checkPairs(env: Env, model: Model, field: Field, comodel: Model, ids: Ids) {
  const table = tableOf(env, comodel.name);
  if (ids.every((id) => table.has(id))) return;
  const [left, right] = [model.name.replaceAll('.', '_'), comodel.name.replaceAll('.', '_')];
  const relation = `${field.manual ? 'x_' : ''}${[left, right].sort().join('_')}_rel`;
  throw new ConstraintFault(
    'The operation cannot be completed: another model requires the record being deleted. ' +
      `If possible, archive it instead.\n\nModel: Unknown (unknown)\nConstraint: ${constraintName(relation, `${right}_id`)}\n`,
  );
}

/** PostgreSQL shortens the longer part until the whole name fits into 63 characters. */
function constraintName(table: string, column: string): string {
  let [left, right] = [table, column];
  while (`${left}_${right}_fkey`.length > 63) {
    if (left.length > right.length) left = left.slice(0, -1);
    else right = right.slice(0, -1);
  }
  return `${left}_${right}_fkey`;
}

/** The comodel keeps the pairs: put this record into, or take it out of, its rows. */
function mirrorPairs(env: Env, field: Field, id: number, before: Ids, after: Ids) {
  const table = tableOf(env, field.relation ?? '');
  const inverse = field.inverse ?? '';
  for (const other of new Set([...before, ...after])) {
    const row = table.get(other);
    if (!row) continue;
    const kept = toIds(row.get(inverse)).filter((item) => item !== id);
    table.set(row, inverse, after.includes(other) ? [...kept, id] : kept);
  }
}
