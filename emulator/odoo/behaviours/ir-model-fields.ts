import { findRow, sudo, tableOf } from '../env.ts';
import { baseFieldFault, ConstraintFault, userError, validationError, valueError } from '../faults.ts';
import type { Behaviour, Env, Field } from '../model.ts';
import { joinNames } from '../orm/constraints.ts';
import { evaluateExpression } from '../python/run-python.ts';
import { parsePython } from '../python/syntax.ts';
import type { Row, Values } from '../values.ts';
import { findViewUsing } from '../views/find-view-using.ts';

/** Fields made over RPC: the rules on their names and kinds, and what cannot change later. */
export const irModelFields: Behaviour = {
  hooks: {
    clearsCaches: 'last',
    prepareCreate(env, values) {
      const model = findRow(env, 'ir.model', values.model_id)?.get('model');
      const { selection, ...rest } = values;
      const options = parseSelectionText(selection);
      return {
        ...rest,
        state: 'manual',
        ...(model && { model }),
        ...(values.ttype !== 'many2one' && { on_delete: false }),
        ...(values.compute || values.related ? { copied: false } : {}),
        ...(values.related ? { tracking: trackingOf(env, String(model), String(values.related)) } : {}),
        ...(options.length > 0 && { selection_ids: options }),
        ...(values.ttype === 'many2many' && nameRelation(String(model), values)),
      };
    },
    saved(env, row, _values, isNew) {
      checkField(env, row);
      if (!isNew) return;
      checkRelation(env, row);
      addColumn(env, row);
    },
    prepareWrite(_env, rows, values) {
      for (const row of rows) checkUnchanged(row, values);
      const { model_id: _1, model: _2, state: _3, ...rest } = values;
      return rest;
    },
    beforeUnlink(env, rows) {
      if (rows.some((row) => row.get('state') !== 'manual')) {
        throw userError('This column contains module data and cannot be removed!');
      }
      // As while a module is uninstalled: what shows the field is not looked at.
      if (!env.context._force_unlink) checkUnusedInViews(env, rows);
    },
    afterUnlink(env, rows) {
      for (const row of rows) {
        const table = tableOf(env, String(row.get('model')));
        for (const record of table.rows()) table.set(record, String(row.get('name')), false);
      }
    },
    displayName: (env, row) => {
      const model = findRow(env, 'ir.model', row.get('model_id'));
      return `${String(row.get('field_description'))} (${String(model?.get('name') ?? row.get('model'))})`;
    },
  },
  computes: {
    modules: () => '',
    selection: (env, row) => {
      const field = env.engine.findModel(String(row.get('model')))?.fields.get(String(row.get('name')));
      if (!field?.selection) return false;
      return `[${field.selection.map(([value, label]) => `('${value}', '${label}')`).join(', ')}]`;
    },
  },
};

function checkField(env: Env, row: Row) {
  const name = String(row.get('name'));
  if (row.get('state') !== 'manual') return;
  if (row.get('ttype') === 'many2one' && row.get('required') && row.get('on_delete') === 'set null') {
    throw valueError(
      `The m2o field ${name} is required but declares its ondelete policy as being 'set null'. ` +
        "Only 'restrict' and 'cascade' make sense.",
    );
  }
  if (!name.startsWith('x_')) {
    throw new ConstraintFault(
      "The operation cannot be completed: Custom fields must have a name that starts with 'x_'!",
      { loadMessage: "'Custom fields must have a name that starts with 'x_'!'" },
    );
  }
  if (!/^[a-z0-9_]{1,63}$/i.test(name)) {
    throw validationError('Field names can only contain characters, digits and underscores (up to 63).');
  }
  checkRelatedPath(env, row);
  checkDependencies(env, row);
  if (row.get('compute')) parsePython(String(row.get('compute')).trim());
  // Where nothing has a name: what hangs on the record belongs into a view.
  if (row.get('domain')) evaluateExpression(env, String(row.get('domain')), {});
}

function checkRelation(env: Env, row: Row) {
  const relation = row.get('relation');
  if (!relation) return;
  if (!env.engine.findModel(String(relation))) {
    throw validationError(`Unknown model name '${String(relation)}' in Related Model`);
  }
  if (row.get('ttype') !== 'one2many') return;
  const inverse = String(row.get('relation_field') || '');
  const field = env.engine.findModel(String(relation))?.fields.get(inverse);
  if (field?.type !== 'many2one' && field?.type !== 'many2one_reference') {
    throw userError(`Many2one ${inverse || 'None'} on model ${String(relation)} does not exist!`);
  }
}

/** A related field is tracked where the field that it shows is. */
const trackingOf = (env: Env, model: string, path: string) =>
  fieldsAlong(env, model, path).at(-1)?.tracking ?? 0;

/** The fields that a path leads over; undefined from where it names none. */
function fieldsAlong(env: Env, model: string, path: string): readonly (Field | undefined)[] {
  let owner = model;
  return path.split('.').map((name) => {
    const field = env.engine.findModel(owner)?.fields.get(name);
    owner = field?.relation ?? '';
    return field;
  });
}

function checkRelatedPath(env: Env, row: Row) {
  const path = String(row.get('related') || '');
  const missing = fieldsAlong(env, String(row.get('model')), path).indexOf(undefined);
  if (path && missing >= 0) {
    throw userError(`Unknown field name "${path.split('.')[missing]}" in related field "${path}"`);
  }
}

function checkDependencies(env: Env, row: Row) {
  const paths = String(row.get('depends') || '').split(',');
  for (const path of paths.map((part) => part.trim()).filter(Boolean)) {
    const names = path.split('.');
    for (const [position, field] of fieldsAlong(env, String(row.get('model')), path).entries()) {
      if (!field) throw userError(`Unknown field “${names[position]}” in dependency “${path}”`);
      if (field.name === 'id') throw userError("Compute method cannot depend on field 'id'");
    }
  }
}

function checkUnchanged(row: Row, values: Values) {
  if (Object.keys(values).every((name) => name === 'field_description' || name === 'help')) return;
  if (row.get('state') !== 'manual') throw baseFieldFault();
  if ((values.model_id ?? row.get('model_id')) !== row.get('model_id')) {
    throw userError('Changing the model of a field is forbidden!');
  }
  if ((values.ttype ?? row.get('ttype')) !== row.get('ttype')) {
    throw userError('Changing the type of a field is not yet supported. Please drop it and create it again!');
  }
}

/** Records that are already there get their kept results, worked out with all rights. */
function addColumn(env: Env, row: Row) {
  const model = env.engine.findModel(String(row.get('model')));
  const field = model?.fields.get(String(row.get('name')));
  if (!model || !field?.keepsResult || !field.compute) return;
  const table = tableOf(env, model.name);
  for (const record of table.rows()) table.set(record, field.name, field.compute(sudo(env), record, model));
}

function checkUnusedInViews(env: Env, rows: readonly Row[]) {
  for (const row of rows) {
    const [model, name] = [String(row.get('model')), String(row.get('name'))];
    const view = findViewUsing(env, model, name);
    if (!view) continue;
    const used = rows
      .filter((other) => findViewUsing(env, model, String(other.get('name')))?.id === view.id)
      .map((other) => `${model}.${String(other.get('name'))}`);
    throw userError(
      'Cannot rename/delete fields that are still present in views:\n' +
        `Fields: ${joinNames(used)}\nView: ${String(view.get('name'))}`,
    );
  }
}

function nameRelation(model: string, values: Values): Values {
  const [left = '', right = ''] = [model, String(values.relation)].map((name) => name.replaceAll('.', '_'));
  if (values.store === false) return { relation_table: false };
  if (values.relation_table) return {};
  return {
    relation_table: `x_${[left, right].sort().join('_')}_rel`,
    column1: left === right ? 'id1' : `${left}_id`,
    column2: left === right ? 'id2' : `${right}_id`,
  };
}

/** The old way to give options, `[('a', 'A'), ('b', 'B')]`, as commands on `selection_ids`. */
function parseSelectionText(text: unknown): unknown[] {
  if (typeof text !== 'string') return [];
  const pairs = text.matchAll(/\(\s*(['"])(.*?)\1\s*,\s*(['"])(.*?)\3\s*\)/g);
  return [...pairs].map(([, , value, , name], sequence) => [0, 0, { value, name, sequence }]);
}
