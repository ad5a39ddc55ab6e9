import { checkAccess, getRows } from '../access/check-access.ts';
import { findExternalId, tableOf } from '../env.ts';
import { valueError } from '../faults.ts';
import { onModel } from '../methods/define-method.ts';
import type { Behaviour } from '../model.ts';

const checkObjectReference = onModel(
  'IrModelData(module, xml_id, raise_on_access_error?)',
  ({ env, args }) => {
    const externalId = `${String(args.module)}.${String(args.xml_id)}`;
    const found = findExternalId(env, externalId);
    if (!found) throw valueError(`External ID not found in the system: ${externalId}`);
    const model = env.engine.findModel(found.model);
    if (model) checkAccess(env, model, 'read', getRows(env, model, [found.id]));
    return [found.model, found.id];
  },
);

export const irModelData: Behaviour = {
  methods: { check_object_reference: checkObjectReference },
  hooks: {
    prepareCreate: (_env, values) => ({ ...values, module: values.module ?? '' }),
    /** Names that Odoo puts together on reading are kept here: they are what external ids are found by. */
    saved(env, row) {
      const table = tableOf(env, 'ir.model.data');
      table.set(row, 'complete_name', `${String(row.get('module') || '')}.${String(row.get('name'))}`);
      table.set(row, 'reference', `${String(row.get('model'))},${Number(row.get('res_id') || 0)}`);
    },
  },
};
