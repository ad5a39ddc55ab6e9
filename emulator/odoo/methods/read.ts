import { findRows } from '../env.ts';
import type { Method } from '../model.ts';
import { readableFields, readRows } from '../orm/read.ts';
import { textList } from './arguments.ts';
import { searchFor } from './search.ts';

/** Ids of records that are gone are left out, unlike in `write` and `unlink`. */
export const read: Method = {
  on: 'record',
  params: ['fields?', 'load?'],
  run({ env, model, ids, args }) {
    return readRows(
      env,
      model,
      findRows(env, model.name, ids),
      textList(args.fields) ?? readableFields(env, model),
      {
        bareIds: 'load' in args && args.load !== '_classic_read',
      },
    );
  },
};

export const searchRead: Method = {
  on: 'model',
  params: ['domain?', 'fields?', 'offset?', 'limit?', 'order?', 'load?'],
  forwardsTo: 'BaseModel._read_format',
  run(call) {
    const { env, model, args } = call;
    const fields = textList(args.fields) ?? readableFields(env, model);
    return readRows(env, model, searchFor(call), fields, {
      bareIds: 'load' in args && args.load !== '_classic_read',
    });
  },
};
