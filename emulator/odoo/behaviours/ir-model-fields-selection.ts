import { findRow, tableOf } from '../env.ts';
import { baseFieldFault } from '../faults.ts';
import type { Behaviour, Env } from '../model.ts';
import type { Row } from '../values.ts';

export const irModelFieldsSelection: Behaviour = {
  hooks: {
    clearsCaches: 'last',
    saved: (env, row, _values, isNew) => (isNew ? checkManual(env, row) : undefined),
    prepareWrite(env, rows, values) {
      for (const row of rows) {
        if (Object.keys(values).some((name) => name !== 'name')) checkManual(env, row);
        if ('value' in values) replaceValue(env, row, String(values.value));
      }
      return values;
    },
    beforeUnlink(env, rows) {
      for (const row of rows) {
        checkManual(env, row);
        replaceValue(env, row, false);
      }
    },
  },
};

function checkManual(env: Env, row: Row) {
  if (findRow(env, 'ir.model.fields', row.get('field_id'))?.get('state') === 'manual') return;
  throw baseFieldFault();
}

/** Records that hold the option follow its new name, or become empty where it goes. */
function replaceValue(env: Env, row: Row, value: string | false) {
  const field = findRow(env, 'ir.model.fields', row.get('field_id'));
  const [model, name] = [String(field?.get('model')), String(field?.get('name'))];
  const table = tableOf(env, model);
  for (const record of table.where({ [name]: row.get('value') ?? false })) table.set(record, name, value);
}
