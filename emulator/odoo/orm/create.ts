import { checkModelAccess, findRefused } from '../access/check-access.ts';
import { recordRuleError } from '../access/record-rules.ts';
import { sudo, tableOf } from '../env.ts';
import { valueError } from '../faults.ts';
import { getField, hasColumn, isToMany } from '../field.ts';
import type { Env, Field, Model } from '../model.ts';
import { isRecord, type Row, type Values } from '../values.ts';
import { applyCommands } from './apply-commands.ts';
import { checkConstraints } from './constraints.ts';
import { getDefaults, missingFields } from './default-values.ts';
import { recompute, recomputeDependents } from './recompute.ts';
import { isMagic, stampsOf } from './stamps.ts';
import { toStored } from './to-stored.ts';
import { writeRelated } from './write-related.ts';

/** Makes records, with their defaults, lines, derived values and chatter. */
export function createRows(env: Env, model: Model, list: readonly Values[]): Row[] {
  if (model.hooks.clearsCaches === 'first') env.engine.clearCaches();
  checkModelAccess(env, model, 'create');
  const prepared = list.map((values) => prepare(env, model, values));
  const rows = prepared.map((values) => insertRow(env, model, values));
  for (const [position, row] of rows.entries()) {
    const values = prepared[position] ?? {};
    for (const [name, value] of Object.entries(values)) {
      const field = model.fields.get(name);
      if (field && isToMany(field)) applyCommands(env, model, field, row, value);
      else if (field?.related) writeRelated(env, model, field, row, value);
    }
    recompute(env, model, row, values);
  }
  for (const [position, row] of rows.entries()) model.hooks.saved?.(env, row, prepared[position] ?? {}, true);
  if (model.hooks.clearsCaches === 'last') env.engine.clearCaches();
  for (const row of rows) checkConstraints(env, model, row);
  const refused = findRefused(env, model, 'create', rows);
  if (refused.length > 0) {
    throw model.hooks.refuse?.(env, 'create', refused) ?? recordRuleError(env, model, 'create');
  }
  recomputeDependents(env, model, rows, [...model.fields.keys()], { created: true });
  for (const observer of env.engine.observers) observer.afterCreate?.(env, model, rows, prepared);
  return rows;
}

function prepare(env: Env, model: Model, values: unknown): Values {
  if (!isRecord(values)) {
    throw valueError('dictionary update sequence element #0 has length 1; 2 is required');
  }
  for (const name of Object.keys(values)) getField(model, name);
  const complete = { ...getDefaults(env, model, missingFields(model, values)), ...values };
  return model.hooks.prepareCreate?.(env, complete) ?? complete;
}

function insertRow(env: Env, model: Model, values: Values): Row {
  const columns = stampsOf(env);
  for (const [name, value] of Object.entries(values)) {
    const field = model.fields.get(name);
    if (field && isPlainColumn(field)) columns.push([name, toStored(env, model, field, value)]);
  }
  const row = tableOf(env, model.name).insert(columns);
  // Columns that nothing fills later on are checked at once, as PostgreSQL does on insert.
  const names = [...model.fields.values()].filter((field) => !field.compute).map((field) => field.name);
  checkConstraints(sudo(env), model, row, names);
  return row;
}

const isPlainColumn = (field: Field) => !isMagic(field.name) && hasColumn(field) && !isToMany(field);
