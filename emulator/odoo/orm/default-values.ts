import { fieldRow, tableOf } from '../env.ts';
import { hasColumn, isToMany } from '../field.ts';
import type { Env, Field, Model } from '../model.ts';
import type { Values } from '../values.ts';

/** Default values of the named fields: from the context, from `ir.default`, from the model. */
export function getDefaults(env: Env, model: Model, names: Iterable<string>): Values {
  const defaults: Record<string, unknown> = {};
  for (const name of names) {
    const field = model.fields.get(name);
    const value = field ? findDefault(env, model, field) : undefined;
    if (value !== undefined) defaults[name] = value;
  }
  return defaults;
}

/** The fields that a create fills when the caller leaves them out. */
export function missingFields(model: Model, values: Values): string[] {
  const names: string[] = [];
  for (const field of model.fields.values()) {
    if (!(field.name in values) && (hasColumn(field) || isToMany(field))) names.push(field.name);
  }
  return names;
}

function findDefault(env: Env, model: Model, field: Field): unknown {
  const fromContext = env.context[`default_${field.name}`];
  if (fromContext !== undefined) return fromContext;
  const kept = findUserDefault(env, model, field);
  if (kept !== undefined) return kept;
  return model.defaults[field.name]?.(env) ?? field.default;
}

/** One's own comes before everybody's. */
function findUserDefault(env: Env, model: Model, field: Field): unknown {
  const table = tableOf(env, 'ir.default');
  if (table.size === 0) return undefined;
  const rows = table
    .where({ field_id: fieldRow(env, model.name, field.name)?.id ?? 0 })
    .filter((row) => !row.get('condition'));
  const found =
    rows.find((row) => row.get('user_id') === env.uid) ?? rows.findLast((row) => !row.get('user_id'));
  return found && JSON.parse(String(found.get('json_value')));
}
