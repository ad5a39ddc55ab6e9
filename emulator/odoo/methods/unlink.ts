import { checkModelAccess, getRows } from '../access/check-access.ts';
import { findRows } from '../env.ts';
import type { Method } from '../model.ts';
import { unlinkRows } from '../orm/unlink.ts';

/** Ids that are gone are passed over, but by contacts, which look at their users first. */
export const unlink: Method = {
  on: 'record',
  params: [],
  run({ env, model, ids }) {
    checkModelAccess(env, model, 'unlink');
    const isPartner = model.name === 'res.partner';
    unlinkRows(env, model, isPartner ? getRows(env, model, ids) : findRows(env, model.name, ids));
    return true;
  },
};
