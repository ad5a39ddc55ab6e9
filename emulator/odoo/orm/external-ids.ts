import { tableOf } from '../env.ts';
import type { Env } from '../model.ts';
import { stampsOf } from './stamps.ts';

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
  table.insert([
    ['module', module],
    ['name', rest.join('.')],
    ['complete_name', externalId],
    ['model', model],
    ['res_id', id],
    ['reference', reference],
    ['noupdate', env.context.noupdate === true],
    ...stampsOf(env),
  ]);
}
