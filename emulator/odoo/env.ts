import { userError } from './faults.ts';
import type { Env, Model } from './model.ts';
import type { Table } from './table.ts';
import type { Context, Row, Stored, Values } from './values.ts';

export const sudo = (env: Env): Env => (env.su ? env : { ...env, su: true });

export const withContext = (env: Env, changes: Context): Env => ({
  ...env,
  context: { ...env.context, ...changes },
});

export const withUser = (env: Env, uid: number): Env => ({ ...env, uid, su: uid === 1 });

export function getModel(env: Env, name: string): Model {
  const model = env.engine.findModel(name);
  if (!model) throw userError(`Object ${name} doesn't exist`);
  return model;
}

export const tableOf = (env: Env, model: string): Table => env.engine.store.table(model);

/** The rows behind ids; what is gone is left out. */
export function findRows(env: Env, model: string, ids: readonly number[]): Row[] {
  const table = tableOf(env, model);
  return ids.map((id) => table.get(id)).filter((row) => row !== undefined);
}

/** The given ids and all that can be reached from them, step by step. */
export function reach(ids: readonly number[], step: (id: number) => readonly number[]): Set<number> {
  const found = new Set<number>();
  const waiting = [...ids];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (!found.has(id)) waiting.push(...step(id));
    found.add(id);
  }
  return found;
}

export const findRow = (env: Env, model: string, id: unknown): Row | undefined =>
  typeof id === 'number' ? tableOf(env, model).get(id) : undefined;

/** The id of the record that describes a model; 0 where there is none. */
export const modelId = (env: Env, model: string): number => tableOf(env, 'ir.model').find({ model })?.id ?? 0;

/** The name of the model that a record of `ir.model` describes. */
export const modelName = (env: Env, id: unknown): string =>
  String(findRow(env, 'ir.model', id)?.get('model') ?? '');

/** The record that describes a field. */
export const fieldRow = (env: Env, model: string, name: string): Row | undefined =>
  tableOf(env, 'ir.model.fields').find({ model, name });

export function getUserRow(env: Env): Row {
  const row = findRow(env, 'res.users', env.uid);
  if (!row) throw new Error(`no user ${env.uid}`);
  return row;
}

/** The records of a model as the system itself makes and changes them: with all rights, and all that belongs to it. */
export function asSystem(env: Env, modelName: string) {
  const model = getModel(env, modelName);
  const { orm } = env.engine;
  return {
    create(values: Values): Row {
      const [row] = orm.create(sudo(env), model, [values]);
      if (!row) throw new Error(`a record of ${modelName} was created`);
      return row;
    },
    write: (rows: readonly Row[], values: Values) => orm.write(sudo(env), model, rows, values),
    unlink: (rows: readonly Row[]) => orm.unlink(sudo(env), model, rows),
  };
}

/** The external id of a record, the first where it has several; empty where it has none. */
export const externalIdOf = (env: Env, model: string, id: number): Stored =>
  tableOf(env, 'ir.model.data')
    .find({ reference: `${model},${id}` })
    ?.get('complete_name') ?? '';

/** The id behind an external id such as `base.group_user`. */
export function findExternalId(env: Env, externalId: string): { model: string; id: number } | undefined {
  const table = tableOf(env, 'ir.model.data');
  const row = table.find({ complete_name: externalId });
  const id = row?.get('res_id');
  const model = row?.get('model');
  return typeof id === 'number' && typeof model === 'string' ? { model, id } : undefined;
}
