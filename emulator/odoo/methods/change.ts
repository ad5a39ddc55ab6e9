import { checkModelAccess, getRows } from '../access/check-access.ts';
import { findRows } from '../env.ts';
import type {} from '../model.ts';
import { createRows } from '../orm/create.ts';
import { unlinkRows } from '../orm/unlink.ts';
import { writeRows } from '../orm/write.ts';
import { toRecord } from '../values.ts';
import { onModel, onRecord } from './define-method.ts';

/** One dictionary gives one id, a list gives a list. */
export const create = onModel('(vals_list)', ({ env, model, args }) => {
  const given = args.vals_list;
  if (!Array.isArray(given)) return createRows(env, model, [given as never])[0]?.id;
  return createRows(env, model, given).map((row) => row.id);
});

export const write = onRecord('(vals)', ({ env, model, ids, args }) => {
  checkModelAccess(env, model, 'write');
  writeRows(env, model, getRows(env, model, ids), toRecord(args.vals));
  return true;
});

/** Ids that are gone are passed over, but by contacts, which look at their users first. */
export const unlink = onRecord('()', ({ env, model, ids }) => {
  checkModelAccess(env, model, 'unlink');
  const isPartner = model.name === 'res.partner';
  unlinkRows(env, model, isPartner ? getRows(env, model, ids) : findRows(env, model.name, ids));
  return true;
});
