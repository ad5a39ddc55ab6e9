import type { Method } from '../model.ts';
import { getDefaults } from '../orm/default-values.ts';
import { textList } from './arguments.ts';

export const defaultGet: Method = {
  on: 'model',
  params: ['fields_list'],
  run: ({ env, model, args }) => getDefaults(env, model, textList(args.fields_list) ?? []),
};
