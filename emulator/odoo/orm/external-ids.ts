import { tableOf } from '../env.ts';
import type { Env } from '../model.ts';
import { formatDatetime } from './format-date.ts';

/** Makes an external id point at a record, without asking for rights: they were checked on the record. */
export function upsertExternalId(env: Env, externalId: string, model: string, id: number): void {
  const table = tableOf(env, 'ir.model.data');
  const [module = '', ...rest] = externalId.split('.');
  const known = table.find({ complete_name: externalId });
  const reference = `${model},${id}`;
  if (known) {
    if (known.get('reference') === reference) return;
    table.set(known, 'res_id', id);
    table.set(known, 'reference', reference);
    return;
  }
  const now = formatDatetime(env.engine.clock());
  table.insert([
    ['module', module],
    ['name', rest.join('.')],
    ['complete_name', externalId],
    ['model', model],
    ['res_id', id],
    ['reference', reference],
    ['noupdate', env.context.noupdate === true],
    ['create_uid', env.uid],
    ['create_date', now],
    ['write_uid', env.uid],
    ['write_date', now],
  ]);
}
