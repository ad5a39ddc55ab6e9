import { compileDomain } from '../domain/compile-domain.ts';
import { sudo, tableOf } from '../env.ts';
import type { Dependent, Env, Field, Model } from '../model.ts';
import type { Row } from '../values.ts';

/** Works out the kept results of rows that are new or changed. */
export function recompute(env: Env, model: Model, rows: readonly Row[], names?: ReadonlySet<string>): void {
  for (const field of model.fields.values()) {
    if (!field.keepsResult || (names && !names.has(field.name))) continue;
    for (const row of rows) refresh(env, model, field, row);
  }
}

function refresh(env: Env, model: Model, field: Field, row: Row): void {
  if (!field.compute) return;
  const table = tableOf(env, model.name);
  const before = row.get(field.name);
  const value = field.compute(sudo(env), row, model);
  table.set(row, field.name, value);
  if (before !== value) recomputeDependents(env, model, [row], [field.name]);
}

/** Follows the dependencies from changed fields to the kept results that hang on them. */
export function recomputeDependents(
  env: Env,
  model: Model,
  rows: readonly Row[],
  fields: readonly string[],
  options: { readonly created?: boolean } = {},
): void {
  const seen = new Set<string>();
  for (const name of fields) {
    for (const dependent of env.engine.dependentsOf(model.name, name)) {
      const key = `${dependent.model.name}.${dependent.field.name}.${dependent.path.join('.')}`;
      if (seen.has(key) || (options.created && dependent.path.length === 0)) continue;
      seen.add(key);
      for (const row of rowsOf(env, dependent, rows)) refresh(env, dependent.model, dependent.field, row);
    }
  }
}

/** Kept results on other models that hang on rows about to go: found now, worked out by the call that comes back. */
export function watchDependents(env: Env, model: Model, rows: readonly Row[]): () => void {
  const watched = new Map<string, { readonly dependent: Dependent; readonly rows: readonly Row[] }>();
  for (const name of model.fields.keys()) {
    for (const dependent of env.engine.dependentsOf(model.name, name)) {
      const key = `${dependent.model.name}.${dependent.field.name}.${dependent.path.join('.')}`;
      if (dependent.path.length === 0 || watched.has(key)) continue;
      watched.set(key, { dependent, rows: rowsOf(env, dependent, rows) });
    }
  }
  return () => {
    for (const { dependent, rows: hanging } of watched.values()) {
      const table = tableOf(env, dependent.model.name);
      for (const row of hanging.filter(({ id }) => table.get(id)))
        refresh(env, dependent.model, dependent.field, row);
    }
  };
}

function rowsOf(env: Env, dependent: Dependent, changed: readonly Row[]): readonly Row[] {
  if (dependent.path.length === 0) return changed;
  const ids = changed.map((row) => row.id);
  const test = compileDomain(sudo(env), dependent.model, [[dependent.path.join('.'), 'in', ids]]);
  return [...tableOf(env, dependent.model.name).rows()].filter(test);
}
