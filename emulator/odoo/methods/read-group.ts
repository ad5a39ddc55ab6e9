import { groupBy } from '../../group-by.ts';
import type { Field } from '../model.ts';
import { searchRows } from '../orm/search.ts';
import { sortRows } from '../orm/sort-rows.ts';
import { type Row, type Stored, toList } from '../values.ts';
import { aggregate, findAggregate } from './aggregates.ts';
import { textList } from './arguments.ts';
import { onModel } from './define-method.ts';
import { groupDomain, groupValue, parseGroupBy, rangeOf, shownGroup } from './group-values.ts';

/** Counts by the values of one field, or of several with `lazy=False`, with what `field:function` says of the others. */
export const readGroup = onModel(
  '(domain, fields, groupby, offset?, limit?, orderby?, lazy?)',
  ({ env, model, args }) => {
    const asked = typeof args.groupby === 'string' ? [args.groupby] : (textList(args.groupby) ?? []);
    const lazy = args.lazy !== false;
    const groups = (lazy ? asked.slice(0, 1) : asked).map((spec) => parseGroupBy(model, spec));
    const aggregates = (textList(args.fields) ?? []).flatMap((spec) => findAggregate(model, spec));
    const fields = groups.map(({ field }) => field);
    const rows = sortRows(env, model, searchRows(env, model, args.domain), orderOf(fields));
    const valuesOf = (row: Row) => groups.map((group) => groupValue(env, model, group, row));
    const counter = lazy && fields[0] ? `${fields[0].name}_count` : '__count';
    const found =
      groups.length === 0 ? [rows] : [...groupBy(rows, (row) => JSON.stringify(valuesOf(row))).values()];
    return found.map((members) => {
      const values = members[0] ? valuesOf(members[0]) : [];
      const at = (position: number): Stored => values[position] ?? false;
      const ranges = groups.flatMap((group, position) => {
        const range = rangeOf(env, group, at(position));
        return range === undefined ? [] : [[group.spec, range] as const];
      });
      return {
        ...Object.fromEntries(
          groups.map((group, position) => [group.spec, shownGroup(env, group, at(position))]),
        ),
        [counter]: members.length,
        ...(ranges.length > 0 && { __range: Object.fromEntries(ranges) }),
        __domain: joinAll(
          toList(args.domain),
          groups.map((group, position) => groupDomain(env, group, at(position))),
        ),
        ...Object.fromEntries(aggregates.map((one) => [one.name, aggregate(env, model, one, members)])),
      };
    });
  },
);

const orderOf = (fields: readonly Field[]) => fields.map((field) => field.name).join(', ') || 'id';

function joinAll(domain: readonly unknown[], groups: readonly (readonly unknown[])[]) {
  const joined = [...groups.slice(1).map(() => '&'), ...groups.flat()];
  if (domain.length === 0) return joined;
  return joined.length === 0 ? domain : ['&', ...domain, ...joined];
}
