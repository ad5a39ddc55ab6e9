import { checkModelAccess, getRows } from '../access/check-access.ts';
import type { Method } from '../model.ts';
import { writeRows } from '../orm/write.ts';
import { isRecord } from '../values.ts';

export const write: Method = {
  on: 'record',
  params: ['vals'],
  run({ env, model, ids, args }) {
    checkModelAccess(env, model, 'write');
    writeRows(env, model, getRows(env, model, ids), isRecord(args.vals) ? args.vals : {});
    return true;
  },
};
