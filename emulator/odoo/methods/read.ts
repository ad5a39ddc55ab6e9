import { findRows } from '../env.ts';
import type { Call, Method } from '../model.ts';
import { readableFields, readRows } from '../orm/read.ts';
import type { Row } from '../values.ts';
import { textList } from './arguments.ts';
import { onRecord } from './define-method.ts';
import { searchFor } from './search.ts';

/** Ids of records that are gone are left out, unlike in `write` and `unlink`. */
export const read = onRecord('(fields?, load?)', (call) =>
  readFor(call, findRows(call.env, call.model.name, call.ids)),
);

export const searchRead: Method = {
  on: 'model',
  params: ['domain?', 'fields?', 'offset?', 'limit?', 'order?', 'load?'],
  forwardsTo: 'BaseModel._read_format',
  run: (call) => readFor(call, searchFor(call)),
};

function readFor({ env, model, args }: Call, rows: readonly Row[]) {
  const fields = textList(args.fields) ?? readableFields(env, model);
  return readRows(env, model, rows, fields, { bareIds: 'load' in args && args.load !== '_classic_read' });
}
