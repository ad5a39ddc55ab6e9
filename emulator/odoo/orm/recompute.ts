import { compileDomain } from '../domain/compile-domain.ts';
import { findRows, sudo, tableOf } from '../env.ts';
import type { Dependent, Env, Field, Model } from '../model.ts';
import type { Row, Values } from '../values.ts';

/** Works out the kept results of a new row, but for those that it was given. */
export function recompute(env: Env, model: Model, row: Row, given: Values): void {
  for (const field of model.fields.values()) {
    if (field.keepsResult && !isGiven(field, given)) refresh(env, model, field, row, given);
  }
}

/** A result that may be written stays as it is written, until something else that it hangs on changes. */
const isGiven = (field: Field, given: Values) => !field.readonly && Object.hasOwn(given, field.name);

function refresh(env: Env, model: Model, field: Field, row: Row, given: Values = {}): void {
  if (!field.compute) return;
  const table = tableOf(env, model.name);
  table.set(row, field.name, field.compute(sudo(env), row, model));
  // Odoo marks all that hangs on a change at once, whether or not what stands between comes out as it was.
  recomputeDependents(env, model, [row], [field.name], { given });
}

/** Follows the dependencies from changed fields to the kept results that hang on them. */
export function recomputeDependents(
  env: Env,
  model: Model,
  rows: readonly Row[],
  fields: readonly string[],
  options: { readonly created?: boolean; readonly given?: Values } = {},
): void {
  for (const dependent of dependentsOf(env, model, fields)) {
    if (options.created && dependent.path.length === 0) continue;
    if (dependent.path.length === 0 && isGiven(dependent.field, options.given ?? {})) continue;
    const given = dependent.path.length === 0 ? options.given : undefined;
    for (const row of rowsOf(env, dependent, rows)) {
      refresh(env, dependent.model, dependent.field, row, given);
    }
  }
}

/** Kept results on other models that hang on rows about to go: found now, worked out by the call that comes back. */
export function watchDependents(env: Env, model: Model, rows: readonly Row[]): () => void {
  const watched = dependentsOf(env, model, [...model.fields.keys()])
    .filter(({ path }) => path.length > 0)
    .map((dependent) => ({ ...dependent, hanging: rowsOf(env, dependent, rows) }));
  return () => {
    for (const { model: owner, field, hanging } of watched) {
      const left = findRows(
        env,
        owner.name,
        hanging.map(({ id }) => id),
      );
      for (const row of left) refresh(env, owner, field, row);
    }
  };
}

/** Each of them once. */
function dependentsOf(env: Env, model: Model, fields: readonly string[]): readonly Dependent[] {
  const found = fields.flatMap((name) => env.engine.dependentsOf(model.name, name));
  const keyOf = ({ model: owner, field, path }: Dependent) => [owner.name, field.name, ...path].join();
  return [...new Map(found.map((dependent) => [keyOf(dependent), dependent])).values()];
}

function rowsOf(env: Env, dependent: Dependent, changed: readonly Row[]): readonly Row[] {
  if (dependent.path.length === 0) return changed;
  const ids = changed.map((row) => row.id);
  const test = compileDomain(sudo(env), dependent.model, [[dependent.path.join('.'), 'in', ids]]);
  return [...tableOf(env, dependent.model.name).rows()].filter(test);
}
