import { checkModelAccess, getRows } from '../access/check-access.ts';
import type { Method } from '../model.ts';
import { unlinkRows } from '../orm/unlink.ts';

export const unlink: Method = {
  on: 'record',
  params: [],
  run({ env, model, ids }) {
    checkModelAccess(env, model, 'unlink');
    unlinkRows(env, model, getRows(env, model, ids));
    return true;
  },
};
