import { findRow, getModel, tableOf } from '../env.ts';
import { OdooFault, validationError } from '../faults.ts';
import { labelOf } from '../field.ts';
import type { Behaviour, Env } from '../model.ts';
import { parsePython } from '../python/syntax.ts';
import type { Row, Values } from '../values.ts';
import { runAction } from './run-action.ts';

export const irActionsActWindow: Behaviour = {
  hooks: {
    clearsCaches: 'last',
    saved(env, row) {
      const name = String(row.get('res_model'));
      if (!env.engine.findModel(name))
        throw validationError(`Invalid model name “${name}” in action definition.`);
    },
  },
};

export const irActionsServer: Behaviour = {
  methods: { run: runAction },
  hooks: {
    clearsCaches: 'last',
    saved(env, row, values) {
      if ('code' in values) checkCode(row);
      checkMessage(env, row);
      if (renames.some((name) => name in values)) nameAfterWork(env, row);
    },
  },
};

function checkMessage(env: Env, row: Row) {
  if (row.get('state') !== 'mail_post' || row.get('mail_post_method') === 'email') return;
  const model = tableOf(env, 'ir.model').get(Number(row.get('model_id')));
  if (!model?.get('is_mail_thread'))
    throw validationError('This action can only be done on a mail thread models');
}

function checkCode(row: Row) {
  if (!row.get('code') || row.get('state') !== 'code') return;
  try {
    parsePython(String(row.get('code')).trim());
  } catch (error) {
    if (error instanceof OdooFault)
      throw validationError(syntaxReport(error.message, String(row.get('code'))));
    throw error;
  }
}

/** `'(' was never closed (, line 1)` as the check of an action's code words it, with the line itself. */
function syntaxReport(message: string, code: string): string {
  const [, text = message, line = '1'] = /^(.*) \(.*line (\d+)\)$/.exec(message) ?? [];
  const shown = code.trim().split('\n')[Number(line) - 1] ?? '';
  return `SyntaxError : ${text} at line ${line}\n${shown}\n`;
}

/** Writing any of these, with whatever value, brings the name of the work back. */
const renames = ['state', 'update_field_id', 'crud_model_id', 'value', 'evaluation_type', 'webhook_url'];

const namedByKind = ['code', 'webhook', 'multi'];

/** An action that belongs to an automation rule is named after what it does, whatever name it was given. */
function nameAfterWork(env: Env, row: Row) {
  if (!row.get('base_automation_id')) return;
  const state = String(row.get('state'));
  const kind = labelOf(getModel(env, 'ir.actions.server').fields.get('state'), state);
  const name =
    state === 'object_write'
      ? `Update ${String(row.get('update_path') || '')}`
      : namedByKind.includes(state) && kind;
  if (name) tableOf(env, 'ir.actions.server').set(row, 'name', name);
}

export const irUiMenu: Behaviour = {
  computes: { complete_name: (env, row) => completeName(env, row) },
  hooks: {
    clearsCaches: 'last',
    prepareCreate: (env, values) => checkAction(env, values),
    prepareWrite: (env, _rows, values) => checkAction(env, values),
    beforeUnlink: (env, rows) => freeChildren(env, rows),
    displayName: (env, row) => completeName(env, row),
  },
};

/** What hangs below a menu that goes stays, at the top. */
function freeChildren(env: Env, rows: readonly Row[]) {
  const table = tableOf(env, 'ir.ui.menu');
  for (const child of rows.flatMap((row) => table.where({ parent_id: row.id }))) {
    table.set(child, 'parent_id', false);
  }
}

/** A menu's action is written as `ir.actions.act_window,12`. */
function checkAction(env: Env, values: Values): Values {
  const [model = '', id = ''] = String(values.action || '').split(',');
  if (model && !findRow(env, model, Number(id))) return { ...values, action: false };
  return values;
}

function completeName(env: Env, row: Row): string {
  const parent = findRow(env, 'ir.ui.menu', row.get('parent_id'));
  const name = String(row.get('name') || '');
  return parent ? `${completeName(env, parent)}/${name}` : name;
}
