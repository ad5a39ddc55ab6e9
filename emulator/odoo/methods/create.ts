import type { Method } from '../model.ts';
import { createRows } from '../orm/create.ts';

/** One dictionary gives one id, a list gives a list. */
export const create: Method = {
  on: 'model',
  params: ['vals_list'],
  run({ env, model, args }) {
    const given = args.vals_list;
    if (!Array.isArray(given)) return createRows(env, model, [given as never])[0]?.id;
    return createRows(env, model, given).map((row) => row.id);
  },
};
