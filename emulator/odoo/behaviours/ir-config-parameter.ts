import { checkModelAccess } from '../access/check-access.ts';
import { tableOf } from '../env.ts';
import type { Behaviour, Method } from '../model.ts';
import { clearsCachesAfter } from './clear-caches.ts';

const getParam: Method = {
  on: 'model',
  params: ['key', 'default?'],
  run({ env, model, args }) {
    checkModelAccess(env, model, 'read');
    const table = tableOf(env, 'ir.config_parameter');
    return table.get(table.idsWhere('key', String(args.key))[0] ?? 0)?.get('value') ?? args.default ?? false;
  },
};

const setParam: Method = {
  on: 'model',
  params: ['key', 'value'],
  run({ env, model, args }) {
    const table = tableOf(env, 'ir.config_parameter');
    const row = table.get(table.idsWhere('key', String(args.key))[0] ?? 0);
    const before = row?.get('value') ?? false;
    const isGiven = args.value !== false && args.value !== null;
    if (row && isGiven) env.engine.orm.write(env, model, [row], { value: args.value });
    else if (row) env.engine.orm.unlink(env, model, [row]);
    else if (isGiven) env.engine.orm.create(env, model, [{ key: args.key, value: args.value }]);
    return before;
  },
};

export const irConfigParameter: Behaviour = {
  methods: { get_param: getParam, set_param: setParam },
  hooks: {
    ...clearsCachesAfter,
    uniques: [{ fields: ['key'], message: 'Key must be unique.' }],
    displayName: (_env, row) => String(row.get('key')),
  },
};
