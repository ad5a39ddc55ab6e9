import { tableOf } from '../env.ts';
import { ConstraintFault } from '../faults.ts';
import { hasColumn, isToMany } from '../field.ts';
import type { Env, Field, Model, Unique } from '../model.ts';
import type { Row } from '../values.ts';

/** What PostgreSQL watches over: columns that must be filled, and values that must be unique. */
export function checkConstraints(env: Env, model: Model, row: Row, names?: readonly string[]): void {
  for (const field of model.fields.values()) {
    if (!field.required || !hasColumn(field) || isToMany(field) || field.type === 'boolean') continue;
    if (names && !names.includes(field.name)) continue;
    if ((row.get(field.name) ?? false) === false) throw notNullFault(model, field);
  }
  for (const unique of model.uniques) {
    const key = Object.fromEntries(unique.fields.map((name) => [name, row.get(name) ?? false]));
    if (Object.values(key).includes(false)) continue;
    const twins = tableOf(env, model.name).where(key);
    if (twins.some((twin) => twin !== row)) throw uniqueFault(model, unique, row);
  }
}

function notNullFault(model: Model, field: Field) {
  return new ConstraintFault(
    'The operation cannot be completed:\n- Create/update: a mandatory field is not set.\n' +
      '- Delete: another model requires the record being deleted. If possible, archive it instead.\n\n' +
      `Model: ${model.label} (${model.name})\nField: ${field.label} (${field.name})\n`,
    {
      column: field.name,
      loadMessage: `Missing required value for the field '${field.label}' (${field.name})`,
    },
  );
}

function uniqueFault(model: Model, { message: given, fields, bare }: Unique, row: Row) {
  const message = given.replace(/\{(\w+)\}/g, (_, name: string) => String(row.get(name)));
  const labels = fields.map((name) => model.fields.get(name)?.label ?? name);
  const [only] = fields;
  const text = bare ? message : `The operation cannot be completed: ${message}`;
  if (fields.length === 1 && only) {
    return new ConstraintFault(text, {
      column: only,
      loadMessage: `The value for the field '${only}' already exists (this is probably '${labels[0]}' in the current model).`,
    });
  }
  return new ConstraintFault(text, {
    loadMessage:
      `The values for the fields '${joinNames(fields)}' already exist ` +
      `(they are probably '${joinNames(labels)}' in the current model).`,
  });
}

/** `a, b and c`, as Odoo lists things in English. */
export const joinNames = (names: readonly string[]) =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names);

/** A many2one that names no record, or a record that another one cannot do without. */
export function foreignKeyFault(model: Model, field: Field) {
  const table = model.name.replaceAll('.', '_');
  return new ConstraintFault(
    'The operation cannot be completed: another model requires the record being deleted. ' +
      `If possible, archive it instead.\n\nModel: ${model.label} (${model.name})\n` +
      `Constraint: ${table}_${field.name}_fkey\n`,
  );
}
