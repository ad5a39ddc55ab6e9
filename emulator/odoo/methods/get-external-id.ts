import { externalIdOf } from '../env.ts';
import type { Method } from '../model.ts';

export const getExternalId: Method = {
  on: 'record',
  params: [],
  run({ env, model, ids }) {
    return Object.fromEntries(ids.map((id) => [String(id), externalIdOf(env, model.name, id)]));
  },
};
