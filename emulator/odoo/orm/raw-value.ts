import { findRow, getModel, sudo, tableOf } from '../env.ts';
import { emptyValue, hasColumn, isToMany } from '../field.ts';
import type { Env, Field, Model } from '../model.ts';
import { isIdList, type Row, type Stored, toIds } from '../values.ts';
import { translatedValue } from './translations.ts';

/** A field's value whatever the asker may see: from the row, or derived. Relations come as ids. */
export function getRawValue(env: Env, model: Model, field: Field, row: Row): Stored {
  if (field.translate && hasColumn(field)) return translatedValue(env, row, field) ?? false;
  if (hasColumn(field)) return row.get(field.name) ?? (isToMany(field) ? [] : false);
  // What a field made by hand does not keep is worked out with the rights of whoever reads it.
  if (field.compute) return field.compute(field.manual && !field.stored ? env : sudo(env), row, model);
  if (field.related) return getRelatedValue(env, model, field, row);
  if (field.type === 'one2many') return getInverseIds(env, model, field, row.id);
  if (field.type === 'many2many' && field.inverse) return getMirroredIds(env, field, row.id);
  return emptyValue(field);
}

/** The record and the field at the end of a path such as `x_partner_id.lang`; undefined where a link is empty. */
export function followPath(
  env: Env,
  model: Model,
  row: Row,
  path: string,
): { readonly model: Model; readonly row: Row; readonly field: Field } | undefined {
  const [name = '', ...rest] = path.split('.');
  const field = model.fields.get(name);
  if (!field || rest.length === 0) return field && { model, row, field };
  const value = getRawValue(env, model, field, row);
  const next = findRow(env, field.relation ?? '', isIdList(value) ? value[0] : value);
  return next && followPath(env, getModel(env, field.relation ?? ''), next, rest.join('.'));
}

export function getRelatedValue(env: Env, model: Model, field: Field, row: Row): Stored {
  const end = followPath(env, model, row, field.related ?? '');
  return end ? getRawValue(env, end.model, end.field, end.row) : emptyValue(field);
}

function getInverseIds(env: Env, model: Model, field: Field, id: number): readonly number[] {
  const { inverse = '', inverseModelField } = field;
  const match = { [inverse]: id, ...(inverseModelField && { [inverseModelField]: model.name }) };
  return tableOf(env, field.relation ?? '')
    .where(match)
    .map((row) => row.id);
}

/** The other end of a many2many whose pairs the comodel keeps. */
function getMirroredIds(env: Env, field: Field, id: number): readonly number[] {
  const others = [...tableOf(env, field.relation ?? '').rows()];
  return others.filter((row) => toIds(row.get(field.inverse ?? '')).includes(id)).map((row) => row.id);
}
