import { isAllowed, modelAccessError } from '../access/access-lines.ts';
import { checkAccess, compileVisibility } from '../access/check-access.ts';
import { compileRules } from '../access/record-rules.ts';
import { hasGroup } from '../access/user-groups.ts';
import { compileDomain } from '../domain/compile-domain.ts';
import { findRow, findRows, getModel } from '../env.ts';
import { accessError } from '../faults.ts';
import { emptyValue, getField, isNumeric, isToMany } from '../field.ts';
import type { Env, Field, Model } from '../model.ts';
import { isIdList, type Row, type Stored } from '../values.ts';
import { getNameById } from './display-name.ts';
import { activeField } from './hides-archived.ts';
import { getRawValue } from './raw-value.ts';
import { sortRows } from './sort-rows.ts';

export type ReadRecord = Record<string, unknown> & { readonly id: number };

/** Rows as `read` hands them out: many2one as `[id, name]`, or as a bare id. */
export function readRows(
  env: Env,
  model: Model,
  rows: readonly Row[],
  names: readonly string[],
  options: { readonly bareIds?: boolean } = {},
): ReadRecord[] {
  const fields = names.map((name) => getReadableField(env, model, name));
  checkAccess(env, model, 'read', rows);
  return rows.map((row) => {
    const record: Record<string, unknown> = { id: row.id };
    for (const field of fields) {
      const value = getVisibleValue(env, model, field, row);
      record[field.name] =
        field.type === 'many2one' && !options.bareIds ? withName(env, field, value) : value;
    }
    return { ...record, id: row.id };
  });
}

/** Fields that the user may see; all of them where no names are given. */
export function readableFields(env: Env, model: Model): string[] {
  return [...model.fields.values()].filter((field) => maySee(env, field)).map((field) => field.name);
}

function getReadableField(env: Env, model: Model, name: string): Field {
  const field = getField(model, name);
  if (!maySee(env, field)) throw hiddenFieldError(model, field);
  return field;
}

export const maySee = (env: Env, field: Field) =>
  env.su || !field.groups || field.groups.split(',').some((group) => hasGroup(env, group));

function hiddenFieldError(model: Model, field: Field) {
  return accessError(
    `You do not have enough rights to access the fields "${field.name}" on ${model.label} (${model.name}). ` +
      'Please contact your system administrator.\n\nOperation: read',
  );
}

/** The raw value, less the related records that the user may not see. */
export function getVisibleValue(env: Env, model: Model, field: Field, row: Row): Stored {
  const value = getRawValue(env, model, field, row);
  if (isToMany(field) && isIdList(value)) return visibleIds(env, field, value);
  if (value === false && isNumeric(field)) return emptyValue(field);
  if (field.type === 'many2one' && value !== false && !findRow(env, field.relation ?? '', value))
    return false;
  return value;
}

function visibleIds(env: Env, field: Field, ids: readonly number[]): readonly number[] {
  if (ids.length === 0) return ids;
  const comodel = getModel(env, field.relation ?? '');
  // The ids of a many2many are told under the record rules alone; what is behind them is another question.
  const isTold = field.type === 'many2many';
  if (!isTold && !isAllowed(env, comodel, 'read')) throw modelAccessError(env, comodel, 'read');
  const visible = isTold ? compileRules(env, comodel, 'read') : compileVisibility(env, comodel);
  const matches = field.domain ? compileDomain(env, comodel, field.domain) : undefined;
  const active = activeField(comodel);
  const hidesArchived = comodel.fields.has(active) && env.context.active_test !== false;
  const rows = findRows(env, comodel.name, ids)
    .filter((row) => !hidesArchived || row.get(active) !== false)
    .filter((row) => (!visible || visible(row)) && (!matches || matches(row)));
  return sortRows(env, comodel, rows, comodel.order).map((row) => row.id);
}

function withName(env: Env, field: Field, id: Stored): unknown {
  return typeof id === 'number' ? [id, getNameById(env, field.relation ?? '', id)] : false;
}
