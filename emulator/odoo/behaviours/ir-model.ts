import { asSystem, getModel, tableOf } from '../env.ts';
import { keyError, userError, validationError } from '../faults.ts';
import { hasColumn } from '../field.ts';
import type { Behaviour, Env } from '../model.ts';
import { isRecord, type Row, toList, type Values } from '../values.ts';
import { insertFieldRow } from './insert-field-row.ts';

/** Models made over RPC: the rules on their names, the fields they get by themselves. */
export const irModel: Behaviour = {
  hooks: {
    prepareCreate(env, values) {
      checkName(String(values.model ?? ''));
      checkNestedFields(String(values.model ?? ''), values.field_id);
      return { ...values, state: 'manual', ...firstField(env, values) };
    },
    clearsCaches: 'last',
    saved(env, row, values) {
      insertOwnFields(env, row);
      if ('order' in values) checkOrder(env, row);
    },
    prepareWrite(env, rows, values) {
      for (const row of rows) checkUnchanged(env, row, values);
      return values;
    },
    beforeUnlink(env, rows) {
      for (const row of rows) {
        if (row.get('state') !== 'manual') {
          throw userError('This column contains module data and cannot be removed!');
        }
        removeFields(env, row);
        removeRecords(env, String(row.get('model')));
      }
    },
  },
  computes: {
    count: (env, row) => tableOf(env, String(row.get('model'))).size,
    modules: () => '',
    info: () => false,
  },
};

function checkName(name: string) {
  if (!name.startsWith('x_')) throw validationError("The model name must start with 'x_'.");
  if (!/^[a-z0-9_.]+$/.test(name)) {
    throw validationError(
      'The model name can only contain lowercase characters, digits, underscores and dots.',
    );
  }
}

/** A computed field cannot come with its model: the model is not in the registry yet. */
function checkNestedFields(model: string, commands: unknown) {
  for (const command of toList(commands)) {
    const values = Array.isArray(command) ? command[2] : undefined;
    if (isRecord(values) && values.compute && values.depends) throw keyError(model);
  }
}

/** A model needs something to be called by; `load` takes care of that itself. */
function firstField(env: Env, values: Values): Values {
  if (env.context.install_mode || 'field_id' in values) return {};
  const field = { name: 'x_name', field_description: 'Name', ttype: 'char', copied: true };
  return { field_id: [[0, 0, field]] };
}

function insertOwnFields(env: Env, row: Row) {
  const model = env.engine.findModel(String(row.get('model')));
  const described = new Set(fieldRows(env, row).map((field) => field.get('name')));
  for (const field of model?.fields.values() ?? []) {
    if (!field.manual && !described.has(field.name))
      insertFieldRow(env, row.id, String(row.get('model')), field);
  }
}

const fieldRows = (env: Env, row: Row) =>
  tableOf(env, 'ir.model.fields').where({ model: String(row.get('model')) });

function checkOrder(env: Env, row: Row) {
  const model = env.engine.findModel(String(row.get('model')));
  for (const part of String(row.get('order') || 'id').split(',')) {
    const [name = ''] = part.trim().split(/\s+/);
    const field = model?.fields.get(name);
    if (!field || !hasColumn(field)) {
      throw validationError(
        `Unable to order by ${name}: fields used for ordering must be present on the model and stored.`,
      );
    }
  }
}

const frozen = ['model', 'state', 'transient'];
const oneWay = {
  is_mail_thread: 'Mail Thread',
  is_mail_activity: 'Mail Activity',
  is_mail_blacklist: 'Mail Blacklist',
};

function checkUnchanged(env: Env, row: Row, values: Values) {
  for (const column of frozen.filter((name) => name in values)) {
    if ((row.get(column) ?? false) === values[column]) continue;
    const label = getModel(env, 'ir.model').fields.get(column)?.label;
    throw userError(`Field "${label}" cannot be modified on models.`);
  }
  for (const [column, label] of Object.entries(oneWay)) {
    if (!(column in values) || Boolean(row.get(column)) === Boolean(values[column])) continue;
    if (row.get('state') !== 'manual') throw userError('Only custom models can be modified.');
    if (row.get(column)) throw userError(`Field "${label}" cannot be changed to "False".`);
  }
}

function removeFields(env: Env, row: Row) {
  const manual = fieldRows(env, row).filter((field) => field.get('state') === 'manual');
  asSystem(env, 'ir.model.fields').unlink(manual);
}

function removeRecords(env: Env, model: string) {
  const table = tableOf(env, model);
  for (const row of [...table.rows()]) table.remove(row.id);
  const data = tableOf(env, 'ir.model.data');
  for (const { id } of data.where({ model })) data.remove(id);
}
