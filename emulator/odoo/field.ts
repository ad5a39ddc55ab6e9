import type { Field, FieldOptions, FieldSource, FieldType, Selection } from './model.ts';
import type { Stored } from './values.ts';

const of =
  (type: FieldType) =>
  (label: string, options: FieldOptions = {}): FieldSource => ({ type, label, ...options });

export const char = of('char');
export const text = of('text');
export const html = of('html');
export const integer = of('integer');
export const float = of('float');
export const boolean = of('boolean');
export const date = of('date');
export const datetime = of('datetime');
export const binary = of('binary');
export const json = of('json');
export const manyToOneReference = of('many2one_reference');
export const reference = of('reference');

export const selection = (label: string, values: Selection, options: FieldOptions = {}): FieldSource => ({
  type: 'selection',
  label,
  selection: values,
  ...options,
});

export const manyToOne = (label: string, relation: string, options: FieldOptions = {}): FieldSource => ({
  type: 'many2one',
  label,
  relation,
  onDelete: options.required ? 'restrict' : 'set null',
  ...options,
});

export const manyToMany = (label: string, relation: string, options: FieldOptions = {}): FieldSource => ({
  type: 'many2many',
  label,
  relation,
  ...options,
});

export const oneToMany = (
  label: string,
  relation: string,
  inverse: string,
  options: FieldOptions = {},
): FieldSource => ({ type: 'one2many', label, relation, inverse, ...options });

export const isToMany = (field: Field) => field.type === 'one2many' || field.type === 'many2many';
export const isRelational = (field: Field) => field.type === 'many2one' || isToMany(field);
export const isText = (field: Field) => ['char', 'text', 'html'].includes(field.type);
export const isNumeric = (field: Field) =>
  ['integer', 'float', 'monetary', 'many2one_reference'].includes(field.type);

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
