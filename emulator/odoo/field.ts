import { valueError } from './faults.ts';
import type { Field, Model } from './model.ts';
import type { Stored } from './values.ts';

/** Throws where the model has no such field. */
export function getField(model: Model, name: string): Field {
  const field = model.fields.get(name);
  if (!field) throw valueError(`Invalid field '${name}' on model '${model.name}'`);
  return field;
}

export const isToMany = (field: Field) => field.type === 'one2many' || field.type === 'many2many';
export const isRelational = (field: Field) => field.type === 'many2one' || isToMany(field);
export const isText = (field: Field) => ['char', 'text', 'html'].includes(field.type);
export const isNumeric = (field: Field) =>
  ['integer', 'float', 'monetary', 'many2one_reference'].includes(field.type);

/** What a selection calls one of its values. */
export const labelOf = (field: Field | undefined, value: unknown): string | undefined =>
  field?.selection?.find(([key]) => key === value)?.[1];

/** True where a row keeps the value itself; elsewhere it is derived when asked for. */
export function hasColumn(field: Field): boolean {
  if (field.keepsResult) return true;
  if (field.compute || field.related || field.stored === false) return false;
  return field.type !== 'one2many' && !(field.type === 'many2many' && field.inverse);
}

/** What Odoo hands out for an empty field. */
export function emptyValue(field: Field): Stored {
  if (isToMany(field)) return [];
  return isNumeric(field) ? 0 : false;
}
