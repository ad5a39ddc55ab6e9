import { checkModelAccess } from '../access/check-access.ts';
import { getUserGroups } from '../access/user-groups.ts';
import { runServerAction } from '../automation/run-server-action.ts';
import { findRow, findRows, getModel, modelName } from '../env.ts';
import { accessError, missingRecord } from '../faults.ts';
import { onRecord } from '../methods/define-method.ts';
import type { Env, Model } from '../model.ts';
import { isIdList, type Row } from '../values.ts';

/** Starts server actions on the records that the context names, model included; the action's groups say who may. */
export const runAction = onRecord('IrActionsServer()', ({ env, ids }) => {
  let answer: unknown = false;
  for (const id of ids) {
    const action = findRow(env, 'ir.actions.server', id);
    if (!action) throw missingRecord('ir.actions.server', id, env.uid);
    const model = getModel(env, modelName(env, action.get('model_id')));
    checkMayRun(env, action, model);
    answer = runServerAction(env, model, action, findRows(env, model.name, activeIds(env, model.name)));
  }
  return answer || false;
});

function checkMayRun(env: Env, action: Row, model: Model): void {
  const groups = action.get('groups_id');
  if (!isIdList(groups) || groups.length === 0) {
    checkModelAccess(env, model, 'write');
    return;
  }
  const own = getUserGroups(env.engine, env.uid);
  if (!groups.some((group) => own.has(group))) {
    throw accessError("You don't have enough access rights to run this action.");
  }
}

function activeIds({ context }: Env, model: string): readonly number[] {
  if (context.active_model !== model) return [];
  if (isIdList(context.active_ids)) return context.active_ids;
  return typeof context.active_id === 'number' ? [context.active_id] : [];
}
