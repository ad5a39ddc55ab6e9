import { getUserGroups } from '../access/user-groups.ts';
import { tableOf } from '../env.ts';
import type { Env } from '../model.ts';
import { type Row, toIds } from '../values.ts';

/**
 * `res.groups.users` and `res.users.groups_id` are two ends of one relation. Whoever was just put into a group, or
 * taken out of it, at the group's end gets it at their own.
 */
export function spreadMembers(env: Env, group: Row): void {
  const users = tableOf(env, 'res.users');
  const members = toIds(group.get('users'));
  for (const user of users.rows()) {
    const others = toIds(user.get('groups_id')).filter((id) => id !== group.id);
    users.set(user, 'groups_id', members.includes(user.id) ? [...others, group.id] : others);
  }
}

/** Whoever is in a group is, in the database too, in all that it implies; groups list their members. */
export function settleMembers(env: Env): void {
  const users = tableOf(env, 'res.users');
  const groups = tableOf(env, 'res.groups');
  const members = new Map<number, number[]>();
  for (const user of users.rows()) {
    const all = [...getUserGroups(env.engine, user.id)];
    if (all.length !== toIds(user.get('groups_id')).length) users.set(user, 'groups_id', all);
    for (const group of all) members.set(group, [...(members.get(group) ?? []), user.id]);
  }
  for (const group of groups.rows()) groups.set(group, 'users', members.get(group.id) ?? []);
}
