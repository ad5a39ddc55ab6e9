import { findRow, getModel } from '../env.ts';
import type { Env, Model } from '../model.ts';
import type { Row } from '../values.ts';
import { getRawValue } from './raw-value.ts';

export function getDisplayName(env: Env, model: Model, row: Row): string | false {
  if (model.hooks.displayName) return model.hooks.displayName(env, row);
  const field = model.fields.get(model.nameField ?? '');
  if (!field) return `${model.name},${row.id}`;
  const value = getRawValue(env, model, field, row);
  if (value === false) return false;
  if (field.type === 'many2one') return getNameById(env, field.relation ?? '', value);
  return String(value);
}

/** The name of the record a many2one points at. */
export function getNameById(env: Env, modelName: string, id: unknown): string | false {
  const row = findRow(env, modelName, id);
  return row ? getDisplayName(env, getModel(env, modelName), row) : false;
}

/** Texts that `name_search`, and domains that compare a relation with a text, look at. */
export function getSearchNames(env: Env, model: Model, row: Row): readonly (string | false)[] {
  return model.hooks.searchNames?.(env, row) ?? [getDisplayName(env, model, row)];
}
