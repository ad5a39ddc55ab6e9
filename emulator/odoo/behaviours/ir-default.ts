import { fieldRow, tableOf } from '../env.ts';
import { validationError } from '../faults.ts';
import { onModel } from '../methods/define-method.ts';
import type { Behaviour } from '../model.ts';
import type { Stored } from '../values.ts';

const setDefault = onModel(
  'IrDefault(model_name, field_name, value, user_id?, company_id?, condition?)',
  ({ env, model, args }) => {
    const [owner, name] = [String(args.model_name), String(args.field_name)];
    if (!env.engine.findModel(owner)?.fields.has(name)) {
      throw validationError(`Invalid field ${owner}.${name}`);
    }
    const field_id = fieldRow(env, owner, name)?.id ?? 0;
    const user_id: Stored =
      args.user_id === true ? env.uid : typeof args.user_id === 'number' ? args.user_id : false;
    const json_value = JSON.stringify(args.value);
    const known = tableOf(env, 'ir.default').find({ field_id, user_id });
    if (known) env.engine.orm.write(env, model, [known], { json_value });
    else env.engine.orm.create(env, model, [{ field_id, user_id, json_value }]);
    return true;
  },
);

export const irDefault: Behaviour = {
  methods: { set: setDefault },
  hooks: { clearsCaches: 'last', saved: (_env, row) => checkJson(row.get('json_value')) },
};

function checkJson(value: unknown) {
  try {
    JSON.parse(String(value));
  } catch {
    throw validationError('Invalid JSON format in Default Value field.');
  }
}
