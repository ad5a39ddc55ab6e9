import { expandGroups } from '../access/user-groups.ts';
import { findExternalId, findRow, tableOf } from '../env.ts';
import type { Env } from '../model.ts';
import { type Row, toIds, toList, type Values } from '../values.ts';

const PARAMETER = 'base_setup.default_user_rights';

/** What a new user starts with: all that the template has, where the parameter says so. */
export function defaultGroups(env: Env): readonly number[] {
  if (areShared(env)) return groupsOf(findTemplate(env));
  const employee = findExternalId(env, 'base.group_user');
  return employee ? [...expandGroups(env.engine, [employee.id])] : [];
}

/** What the template of new users gets in a write, every internal user gets, too. */
export function shareNewGroups(env: Env, rows: readonly Row[], values: Values): void {
  const template = findTemplate(env);
  if (!template || !rows.includes(template) || !areShared(env)) return;
  giveAll(env, addedBy(values.groups_id), template);
}

/** A module that is installed puts its groups into the template. */
export function giveTemplate(env: Env, groups: readonly number[]): void {
  const template = findTemplate(env);
  if (!template) return;
  tableOf(env, 'res.users').set(template, 'groups_id', union(groupsOf(template), groups));
  if (areShared(env)) giveAll(env, groups, template);
}

function giveAll(env: Env, groups: readonly number[], template: Row): void {
  const employee = findExternalId(env, 'base.group_user')?.id ?? 0;
  const users = tableOf(env, 'res.users');
  for (const user of users.rows()) {
    if (user === template || !expandGroups(env.engine, groupsOf(user)).has(employee)) continue;
    users.set(user, 'groups_id', union(groupsOf(user), groups));
  }
}

function areShared(env: Env): boolean {
  const value = tableOf(env, 'ir.config_parameter').find({ key: PARAMETER })?.get('value');
  return /^(y|yes|1|true|t|on)$/i.test(String(value));
}

const findTemplate = (env: Env) => findRow(env, 'res.users', findExternalId(env, 'base.default_user')?.id);

function addedBy(commands: unknown): readonly number[] {
  return toList(commands).flatMap((command) => {
    const [code, id, ids] = toList(command);
    return toIds(code === 4 ? [id] : code === 6 ? ids : []);
  });
}

const groupsOf = (user: Row | undefined) => toIds(user?.get('groups_id'));

const union = (one: readonly number[], other: readonly number[]) => [...new Set([...one, ...other])];
