import type { Predicate } from '../domain/compile-domain.ts';
import { tableOf } from '../env.ts';
import { missingRecord } from '../faults.ts';
import type { Env, Model, Operation } from '../model.ts';
import type { Row } from '../values.ts';
import { isAllowed, modelAccessError } from './access-lines.ts';
import { compileRules, recordRuleError } from './record-rules.ts';

/** Throws unless the user may do this to the model. */
export function checkModelAccess(env: Env, model: Model, operation: Operation): void {
  if (!isAllowed(env, model, operation)) throw modelAccessError(env, model, operation);
}

/** Throws unless the user may do this to every one of the rows. */
export function checkAccess(env: Env, model: Model, operation: Operation, rows: readonly Row[]): void {
  checkModelAccess(env, model, operation);
  const refused = findRefused(env, model, operation, rows);
  if (refused.length > 0)
    throw model.hooks.refuse?.(env, operation, refused) ?? recordRuleError(env, model, operation);
}

/** Whether the user may do this to every one of the rows. */
export const mayUse = (env: Env, model: Model, operation: Operation, rows: readonly Row[]): boolean =>
  isAllowed(env, model, operation) && findRefused(env, model, operation, rows).length === 0;

export function findRefused(env: Env, model: Model, operation: Operation, rows: readonly Row[]): Row[] {
  const visible = compileVisibility(env, model, operation);
  return visible ? rows.filter((row) => !visible(row)) : [];
}

/** Record rules and the model's own restrictions as one test. */
export function compileVisibility(
  env: Env,
  model: Model,
  operation: Operation = 'read',
): Predicate | undefined {
  if (env.su) return undefined;
  const rules = compileRules(env, model, operation);
  const own = model.hooks.visible?.(env, operation);
  if (!rules || !own) return rules ?? own;
  return (row) => rules(row) && own(row);
}

/** The rows behind ids; throws where one is gone. */
export function getRows(env: Env, model: Model, ids: readonly number[]): Row[] {
  const table = tableOf(env, model.name);
  return ids.map((id) => {
    const row = table.get(id);
    if (!row) throw missingRecord(model.name, id, env.uid);
    return row;
  });
}
