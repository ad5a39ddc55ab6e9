import { randomBytes } from 'node:crypto';
import { asSystem, tableOf } from '../env.ts';
import type { Engine, Env } from '../model.ts';
import type { Row, Values } from '../values.ts';

/** Kept out of the fields, so that nothing can read it. */
const secret = '#key';

/** A new key of whoever asks, which nobody can read again. */
export function createApiKey(env: Env, values: Values): string {
  const key = randomBytes(20).toString('hex');
  const row = asSystem(env, 'res.users.apikeys').create({ ...values, user_id: env.uid });
  tableOf(env, 'res.users.apikeys').set(row, secret, key);
  return key;
}

export function isApiKey(engine: Engine, user: Row, password: string): boolean {
  return engine.store.table('res.users.apikeys').find({ user_id: user.id, [secret]: password }) !== undefined;
}
