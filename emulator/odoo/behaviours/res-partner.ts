import { mayUse } from '../access/check-access.ts';
import { findRow, getModel, tableOf } from '../env.ts';
import { ConstraintFault, OdooFault, validationError } from '../faults.ts';
import { labelOf } from '../field.ts';
import type { Behaviour, Env } from '../model.ts';
import type { Row } from '../values.ts';
import { isIdList } from '../values.ts';
import { isShared } from './security.ts';

export const resPartner: Behaviour = {
  defaults: {
    // A record of `ir.default`, made when Odoo is installed.
    lang: () => 'en_US',
    tz: (env: Env) => env.context.tz ?? false,
  },
  computes: {
    complete_name: (_env, row) => completeName(_env, row),
    commercial_partner_id: (env, row) => commercialPartner(env, row).id,
    commercial_company_name: (env, row) => {
      const company = commercialPartner(env, row);
      return (company.get('is_company') ? company.get('name') : row.get('company_name')) ?? false;
    },
    company_type: (_env, row) => (row.get('is_company') ? 'company' : 'person'),
    email_normalized: (_env, row) => normalizeEmail(row.get('email')),
    email_formatted: (_env, row) => formatEmail(row),
    partner_share: (env, row) => isSharePartner(env, row),
    active_lang_count: () => 1,
    self: (_env, row) => row.id,
  },
  hooks: {
    prepareWrite(env, rows, values) {
      if (values.active === false) checkNoLogin(env, rows);
      return values;
    },
    saved: (_env, row) => checkName(row),
    beforeUnlink(env, rows) {
      for (const row of rows) checkUnusedByUser(env, row);
    },
    displayName: (env, row) => completeName(env, row),
    searchNames: (env, row) => [
      completeName(env, row),
      textOf(row, 'email'),
      textOf(row, 'ref'),
      textOf(row, 'vat'),
      textOf(row, 'company_registry'),
    ],
  },
};

const textOf = (row: Row, name: string) => {
  const value = row.get(name);
  return typeof value === 'string' && value ? value : false;
};

function kindOf(env: Env, row: Row): string {
  const type = getModel(env, 'res.partner').fields.get('type');
  return (row.get('type') !== 'contact' && labelOf(type, row.get('type'))) || '';
}

/** A person is named behind the company, a nameless address by its kind. */
function completeName(env: Env, row: Row): string {
  const own = textOf(row, 'name') || kindOf(env, row);
  const parent = findRow(env, 'res.partner', row.get('parent_id'));
  if (row.get('is_company')) return own;
  const company = parent ? textOf(commercialPartner(env, row), 'name') : textOf(row, 'company_name');
  return company ? `${company}, ${own}` : own;
}

/** The company at the top: the first one upwards, or whoever has nobody above. */
export function commercialPartner(env: Env, row: Row): Row {
  const parent = findRow(env, 'res.partner', row.get('parent_id'));
  return row.get('is_company') || !parent ? row : commercialPartner(env, parent);
}

export function normalizeEmail(value: unknown): string | false {
  if (typeof value !== 'string') return false;
  const found = value.match(/[^\s<>,;"]+@[^\s<>,;"]+/g) ?? [];
  return found.length === 1 ? (found[0]?.toLowerCase() ?? false) : false;
}

export function formatEmail(row: Row | undefined): string | false {
  const email = row ? normalizeEmail(row.get('email')) || textOf(row, 'email') : false;
  return email ? `"${String(row?.get('name') || 'False')}" <${email}>` : false;
}

export const activeUsers = (env: Env, partner: number) =>
  tableOf(env, 'res.users')
    .where({ partner_id: partner })
    .filter((user) => user.get('active') !== false);

/** No employee: a customer, or somebody without a login. */
export function isSharePartner(env: Env, row: Row): boolean {
  return !activeUsers(env, row.id).some((user) => {
    const groups = user.get('groups_id');
    return isIdList(groups) && !isShared(env, groups);
  });
}

function checkName(row: Row) {
  if ((row.get('type') ?? 'contact') !== 'contact' || row.get('name')) return;
  throw new ConstraintFault('The operation cannot be completed: Contacts require a name', {
    loadMessage: "'Contacts require a name'",
  });
}

/** Who may not change users is told whom to ask; who may is shown the way. */
function checkNoLogin(env: Env, rows: readonly Row[]) {
  const users = rows.flatMap((row) => activeUsers(env, row.id));
  if (users.length === 0) return;
  const names = users.map((user) => String(findRow(env, 'res.partner', user.get('partner_id'))?.get('name')));
  const said = 'You cannot archive contacts linked to an active user.\n';
  const listed = names.join(', ');
  if (!mayUse(env, getModel(env, 'res.users'), 'write', [])) {
    throw validationError(
      `${said}Ask an administrator to archive their associated user first.\n\nLinked active users :\n${listed}`,
    );
  }
  const text = `${said}You first need to archive their associated user.\n\nLinked active users : ${listed}`;
  throw new OdooFault('odoo.exceptions.RedirectWarning', text, [text, {}, 'Go to users', null]);
}

function checkUnusedByUser(env: Env, row: Row) {
  const [user] = activeUsers(env, row.id);
  if (!user) return;
  throw new OdooFault(
    'odoo.exceptions.RedirectWarning',
    'You cannot delete contacts linked to an active user.\nYou should rather archive them after archiving ' +
      `their associated user.\n\nLinked active users : ${String(row.get('name'))}\n` +
      "{'type': 'ir.actions.act_window', 'res_model': 'res.users', 'context': {'create': False}, " +
      `'view_mode': 'form', 'views': [[0, 'form']], 'res_id': ${user.id}}\nGo to users\nNone`,
  );
}
