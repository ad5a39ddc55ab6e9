import { findExternalId, findRow, reach } from '../env.ts';
import type { Engine, Env } from '../model.ts';
import { toIds } from '../values.ts';

/** The user's groups with those that they imply. */
export function getUserGroups(engine: Engine, uid: number): ReadonlySet<number> {
  return expandGroups(engine, toIds(engine.store.table('res.users').get(uid)?.get('groups_id')));
}

export function expandGroups(engine: Engine, groups: readonly number[]): Set<number> {
  return reach(groups, (id) => toIds(engine.store.table('res.groups').get(id)?.get('implied_ids')));
}

/** In force only while the web client is in its debug mode. */
const debugGroup = 'base.group_no_one';

/** Whether the user is in a group named by external id. */
export function hasGroup(env: Env, externalId: string): boolean {
  if (externalId === debugGroup) return false;
  const group = findExternalId(env, externalId);
  return group !== undefined && getUserGroups(env.engine, env.uid).has(group.id);
}

/** A group with its category: `User types / Internal User`; messages leave the blanks out. */
export function groupFullName(env: Env, id: number, separator = ' / '): string {
  const group = findRow(env, 'res.groups', id);
  const category = findRow(env, 'ir.module.category', group?.get('category_id'));
  const name = String(group?.get('name') ?? '');
  return category ? `${String(category.get('name'))}${separator}${name}` : name;
}

export const isInternalUser = (env: Env) => hasGroup(env, 'base.group_user');
