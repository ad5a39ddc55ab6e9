import { checkModelAccess } from '../access/check-access.ts';
import { tableOf } from '../env.ts';
import { onModel } from '../methods/define-method.ts';
import type { Behaviour, Env } from '../model.ts';

const getParam = onModel('(key, default?)', ({ env, model, args }) => {
  checkModelAccess(env, model, 'read');
  return findParameter(env, args.key)?.get('value') ?? args.default ?? false;
});

const setParam = onModel('(key, value)', ({ env, model, args }) => {
  const row = findParameter(env, args.key);
  const before = row?.get('value') ?? false;
  const isGiven = args.value !== false && args.value !== null;
  if (row && isGiven) env.engine.orm.write(env, model, [row], { value: args.value });
  else if (row) env.engine.orm.unlink(env, model, [row]);
  else if (isGiven) env.engine.orm.create(env, model, [{ key: args.key, value: args.value }]);
  return before;
});

const findParameter = (env: Env, key: unknown) =>
  tableOf(env, 'ir.config_parameter').find({ key: String(key) });

export const irConfigParameter: Behaviour = {
  methods: { get_param: getParam, set_param: setParam },
  hooks: { clearsCaches: 'last' },
};
