import { userError } from './faults.ts';
import type { Env, Model } from './model.ts';
import type { Table } from './table.ts';
import type { Context, Row } from './values.ts';

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

export const findRow = (env: Env, model: string, id: unknown): Row | undefined =>
  typeof id === 'number' ? tableOf(env, model).get(id) : undefined;

export function getUserRow(env: Env): Row {
  const row = findRow(env, 'res.users', env.uid);
  if (!row) throw new Error(`no user ${env.uid}`);
  return row;
}

/** The id behind an external id such as `base.group_user`. */
export function findExternalId(env: Env, externalId: string): { model: string; id: number } | undefined {
  const table = tableOf(env, 'ir.model.data');
  const row = table.get(table.idsWhere('complete_name', externalId)[0] ?? 0);
  const id = row?.get('res_id');
  const model = row?.get('model');
  return typeof id === 'number' && typeof model === 'string' ? { model, id } : undefined;
}
