import { expandGroups, hasGroup } from '../access/user-groups.ts';
import { asSystem, findExternalId, findRow, getModel, getUserRow, tableOf, withUser } from '../env.ts';
import { accessDenied, userError, validationError } from '../faults.ts';
import { onModel, onRecord } from '../methods/define-method.ts';
import type { Behaviour, Env } from '../model.ts';
import { getDisplayName } from '../orm/display-name.ts';
import { type Row, type Stored, toIds, type Values } from '../values.ts';
import { defaultGroups, shareNewGroups } from './default-rights.ts';
import { settleMembers } from './group-members.ts';
import { isShared } from './security.ts';

/** Kept out of the fields, so that nothing can read it. */
const secret = '#password';

const contextGet = onModel('()', ({ env }) => {
  const partner = findRow(env, 'res.partner', getUserRow(env).get('partner_id'));
  return { lang: partner?.get('lang') || 'en_US', tz: partner?.get('tz') || false, uid: env.uid };
});

const hasGroupMethod = onRecord('Users(group_ext_id)', ({ env, ids, args }) =>
  hasGroup(withUser(env, ids[0] ?? env.uid), String(args.group_ext_id)),
);

const changePassword = onModel('Users(old_passwd, new_passwd)', ({ env, args }) => {
  const user = getUserRow(env);
  if (!isPassword(user, String(args.old_passwd))) throw accessDenied();
  if (!args.new_passwd) throw userError('Setting empty passwords is not allowed for security reasons!');
  tableOf(env, 'res.users').set(user, secret, String(args.new_passwd));
  return true;
});

/** Users: a login and rights on top of a partner, who carries the name and the address. */
export const resUsers: Behaviour = {
  defaults: { groups_id: (env) => defaultGroups(env) },
  computes: {
    password: () => false,
    new_password: () => false,
    share: (env, row) => isShared(env, toIds(row.get('groups_id'))),
  },
  methods: { context_get: contextGet, has_group: hasGroupMethod, change_password: changePassword },
  hooks: {
    clearsCaches: 'last',
    prepareCreate(env, values) {
      if (values.partner_id) return values;
      return { ...values, partner_id: createPartner(env, values) };
    },
    prepareWrite(env, rows, values) {
      shareNewGroups(env, rows, values);
      return values;
    },
    saved: settle,
    beforeUnlink(_env, rows) {
      if (rows.some((row) => row.id === 1)) {
        throw userError(
          'You can not remove the admin user as it is used internally for resources created by Odoo',
        );
      }
    },
    displayName: (env, row) => partnerName(env, row),
    searchNames: (env, row) => [partnerName(env, row), String(row.get('login'))],
  },
};

export const isPassword = (user: Row, password: string) => user.get(secret) === password;
export const passwordOf = (user: Row): Stored => user.get(secret) ?? false;

export const setPassword = (env: Env, user: Row, password: string) =>
  tableOf(env, 'res.users').set(user, secret, password);

function partnerName(env: Env, row: Row): string | false {
  const partner = findRow(env, 'res.partner', row.get('partner_id'));
  return partner ? String(partner.get('name')) : getDisplayName(env, getModel(env, 'res.partner'), row);
}

/** What stands at the user and belongs to their partner. */
function createPartner(env: Env, values: Values): number {
  const { fields } = getModel(env, 'res.users');
  const given = Object.entries(values).filter(([name]) => fields.get(name)?.related === `partner_id.${name}`);
  return asSystem(env, 'res.partner').create(Object.fromEntries(given)).id;
}

/** What a change of groups or password entails. */
function settle(env: Env, row: Row, values: Values) {
  const table = tableOf(env, 'res.users');
  if (values.password) table.set(row, secret, String(values.password));
  if (values.new_password) table.set(row, secret, String(values.new_password));
  if (!('groups_id' in values)) return;
  settleMembers(env);
  checkOneType(env, row);
}

function checkOneType(env: Env, row: Row) {
  const groups = expandGroups(env.engine, toIds(row.get('groups_id')));
  const types = ['base.group_user', 'base.group_portal', 'base.group_public']
    .map((name) => findExternalId(env, name)?.id ?? 0)
    .filter((id) => groups.has(id));
  if (types.length > 1) throw validationError('The user cannot have more than one user types.');
}
