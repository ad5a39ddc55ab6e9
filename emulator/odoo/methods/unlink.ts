import { checkModelAccess, getRows } from '../access/check-access.ts';
import { tableOf } from '../env.ts';
import type { Method } from '../model.ts';
import { unlinkRows } from '../orm/unlink.ts';

/** Ids that are gone are passed over, but by contacts, which look at their users first. */
export const unlink: Method = {
  on: 'record',
  params: [],
  run({ env, model, ids }) {
    checkModelAccess(env, model, 'unlink');
    const table = tableOf(env, model.name);
    const rows = ids.map((id) => table.get(id)).filter((row) => row !== undefined);
    unlinkRows(env, model, model.name === 'res.partner' ? getRows(env, model, ids) : rows);
    return true;
  },
};
