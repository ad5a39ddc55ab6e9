import { modelId, tableOf } from '../env.ts';
import { accessError } from '../faults.ts';
import type { Engine, Env, Model, Operation } from '../model.ts';
import { getUserGroups, groupFullName } from './user-groups.ts';

export const isAllowed = (env: Env, model: Model, operation: Operation) =>
  env.su || env.engine.allowedModels(env.uid, operation).has(model.name);

/** The models that access lines open to a user, for one operation. */
export function findAllowedModels(engine: Engine, uid: number, operation: Operation): Set<string> {
  const groups = getUserGroups(engine, uid);
  const names = new Set<string>();
  for (const line of engine.store.table('ir.model.access').rows()) {
    const group = line.get('group_id');
    if (line.get('active') === false || line.get(`perm_${operation}`) !== true) continue;
    if (typeof group === 'number' && !groups.has(group)) continue;
    const model = engine.store.table('ir.model').get(Number(line.get('model_id')));
    if (model) names.add(String(model.get('model')));
  }
  return names;
}

const headers: Readonly<Record<Operation, string>> = {
  read: 'access',
  write: 'modify',
  create: 'create',
  unlink: 'delete',
};

export function modelAccessError(env: Env, model: Model, operation: Operation) {
  const groups = groupsWithAccess(env, model, operation);
  const listed = groups.map((name) => `\t- ${name}`).join('\n');
  const remedy =
    groups.length > 0
      ? `This operation is allowed for the following groups:\n${listed}`
      : 'No group currently allows this operation.';
  return accessError(
    `You are not allowed to ${headers[operation]} '${model.label}' (${model.name}) records.\n\n${remedy}\n\n` +
      'Contact your administrator to request access if necessary.',
  );
}

function groupsWithAccess(env: Env, model: Model, operation: Operation): string[] {
  const names = new Set<string>();
  for (const line of tableOf(env, 'ir.model.access').where({ model_id: modelId(env, model.name) })) {
    if (line.get(`perm_${operation}`) !== true || line.get('active') === false) continue;
    const group = line.get('group_id');
    if (typeof group === 'number') names.add(groupFullName(env, group, '/'));
  }
  return [...names].sort();
}
