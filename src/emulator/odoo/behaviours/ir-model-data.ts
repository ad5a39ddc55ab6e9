import { checkAccess, getRows } from '../access/check-access.ts';
import { findExternalId } from '../env.ts';
import { valueError } from '../faults.ts';
import type { Behaviour, Method } from '../model.ts';

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

export const irModelData: Behaviour = {
  methods: { check_object_reference: checkObjectReference },
  computes: {},
  hooks: {
    uniques: [
      {
        fields: ['module', 'name'],
        message: 'You cannot have multiple records with the same external ID in the same module!',
      },
    ],
    prepareCreate: (_env, values) => ({
      ...values,
      module: values.module ?? '',
      complete_name: `${String(values.module ?? '')}.${String(values.name)}`,
      reference: `${String(values.model)},${Number(values.res_id ?? 0)}`,
    }),
    prepareWrite: (_env, [row], values) => {
      const value = (name: string) => String(values[name] ?? row?.get(name) ?? '');
      return {
        ...values,
        complete_name: `${value('module')}.${value('name')}`,
        reference: `${value('model')},${value('res_id')}`,
      };
    },
    displayName: (_env, row) => String(row.get('complete_name')),
  },
};
