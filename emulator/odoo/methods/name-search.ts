import type { Method } from '../model.ts';
import { getDisplayName } from '../orm/display-name.ts';
import { searchRows } from '../orm/search.ts';
import { optionalNumber } from './arguments.ts';

export const nameSearch: Method = {
  on: 'model',
  params: ['name?', 'args?', 'operator?', 'limit?'],
  run({ env, model, args }) {
    const extra: readonly unknown[] = Array.isArray(args.args) ? args.args : [];
    const named = args.name ? [['display_name', args.operator ?? 'ilike', args.name]] : [];
    const rows = searchRows(env, model, [...named, ...extra], { limit: optionalNumber(args.limit) ?? 100 });
    return rows.map((row) => [row.id, getDisplayName(env, model, row)]);
  },
};
