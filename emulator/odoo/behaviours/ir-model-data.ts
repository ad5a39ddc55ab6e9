import { checkAccess, getRows } from '../access/check-access.ts';
import { findExternalId, tableOf } from '../env.ts';
import { valueError } from '../faults.ts';
import type { Behaviour, Env, Method } from '../model.ts';
import type { Row } from '../values.ts';

const checkObjectReference: Method = {
  on: 'model',
  params: ['module', 'xml_id', 'raise_on_access_error?'],
  pythonName: 'IrModelData',
  run({ env, args }) {
    const externalId = `${String(args.module)}.${String(args.xml_id)}`;
    const found = findExternalId(env, externalId);
    if (!found) throw valueError(`External ID not found in the system: ${externalId}`);
    const model = env.engine.findModel(found.model);
    if (model) checkAccess(env, model, 'read', getRows(env, model, [found.id]));
    return [found.model, found.id];
  },
};

/** Names that Odoo puts together on reading are kept here: they are what external ids are found by. */
function keepNames(env: Env, rows: readonly Row[]) {
  const table = tableOf(env, 'ir.model.data');
  for (const row of rows) {
    table.set(row, 'complete_name', `${String(row.get('module') || '')}.${String(row.get('name'))}`);
    table.set(row, 'reference', `${String(row.get('model'))},${Number(row.get('res_id') || 0)}`);
  }
}

export const irModelData: Behaviour = {
  methods: { check_object_reference: checkObjectReference },
  hooks: {
    uniques: [
      {
        fields: ['module', 'name'],
        message: duplicateKey,
      },
    ],
    prepareCreate: (_env, values) => ({ ...values, module: values.module ?? '' }),
    afterCreate: (env, rows) => keepNames(env, rows),
    afterWrite: (env, rows) => keepNames(env, rows),
    displayName: (_env, row) => String(row.get('complete_name')),
  },
};

/** PostgreSQL's own words: this one has no message in Odoo. */
function duplicateKey(row: Row): string {
  return (
    'duplicate key value violates unique constraint "ir_model_data_module_name_uniq_index"\n' +
    `DETAIL:  Key (module, name)=(${String(row.get('module'))}, ${String(row.get('name'))}) already exists.\n`
  );
}
