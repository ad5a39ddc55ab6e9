import { tableOf } from '../env.ts';
import type { Method } from '../model.ts';

export const getExternalId: Method = {
  on: 'record',
  params: [],
  run({ env, model, ids }) {
    const data = tableOf(env, 'ir.model.data');
    const entries = ids.map((id) => {
      const [first] = data.idsWhere('reference', `${model.name},${id}`);
      return [String(id), data.get(first ?? 0)?.get('complete_name') ?? ''];
    });
    return Object.fromEntries(entries);
  },
};
