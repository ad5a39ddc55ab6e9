import type { Call } from '../model.ts';
import { getDisplayName } from '../orm/display-name.ts';
import { countRows, searchRows } from '../orm/search.ts';
import { toList } from '../values.ts';
import { optionalNumber, optionalText } from './arguments.ts';
import { onModel } from './define-method.ts';

export const search = onModel('(domain, offset?, limit?, order?)', (call) =>
  searchFor(call).map((row) => row.id),
);

export const searchCount = onModel('(domain, limit?)', ({ env, model, args }) => {
  const count = countRows(env, model, args.domain);
  return Math.min(count, optionalNumber(args.limit) ?? count);
});

export const nameSearch = onModel('(name?, args?, operator?, limit?)', ({ env, model, args }) => {
  const extra = toList(args.args);
  const named = args.name ? [['display_name', args.operator ?? 'ilike', args.name]] : [];
  const rows = searchRows(env, model, [...named, ...extra], { limit: optionalNumber(args.limit) ?? 100 });
  return rows.map((row) => [row.id, getDisplayName(env, model, row)]);
});

/** The rows that `domain`, `order`, `limit` and `offset` of a call ask for. */
export const searchFor = ({ env, model, args }: Call) =>
  searchRows(env, model, args.domain, {
    order: optionalText(args.order),
    limit: optionalNumber(args.limit),
    offset: optionalNumber(args.offset),
  });
