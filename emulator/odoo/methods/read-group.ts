import { groupBy } from '../../group-by.ts';
import { getField } from '../field.ts';
import type { Env, Field, Model } from '../model.ts';
import { getNameById } from '../orm/display-name.ts';
import { getRawValue } from '../orm/raw-value.ts';
import { searchRows } from '../orm/search.ts';
import { sortRows } from '../orm/sort-rows.ts';
import { type Row, type Stored, toList } from '../values.ts';
import { textList } from './arguments.ts';
import { onModel } from './define-method.ts';

/** Counts by the values of one field, or of several with `lazy=False`; `name:array_agg(field)` lists a field's values. */
export const readGroup = onModel(
  '(domain, fields, groupby, offset?, limit?, orderby?, lazy?)',
  ({ env, model, args }) => {
    const asked = typeof args.groupby === 'string' ? [args.groupby] : (textList(args.groupby) ?? []);
    const lazy = args.lazy !== false;
    const fields = (lazy ? asked.slice(0, 1) : asked).map((name) =>
      getField(model, name.split(':')[0] ?? ''),
    );
    const lists = (textList(args.fields) ?? []).flatMap((spec) => findList(model, spec));
    const rows = sortRows(env, model, searchRows(env, model, args.domain), orderOf(fields));
    const valuesOf = (row: Row) => fields.map((field) => getRawValue(env, model, field, row));
    const counter = lazy && fields[0] ? `${fields[0].name}_count` : '__count';
    return [...groupBy(rows, (row) => JSON.stringify(valuesOf(row))).values()].map((members) => {
      const values = members[0] ? valuesOf(members[0]) : [];
      return {
        ...Object.fromEntries(
          fields.map((field, at) => [field.name, shown(env, field, values[at] ?? false)]),
        ),
        [counter]: members.length,
        __domain: groupDomain(toList(args.domain), fields, values),
        ...Object.fromEntries(lists.map(({ name, field }) => [name, listValues(env, model, field, members)])),
      };
    });
  },
);

const orderOf = (fields: readonly Field[]) => fields.map((field) => field.name).join(', ') || 'id';

function findList(model: Model, spec: string): readonly { readonly name: string; readonly field: Field }[] {
  const [, name, own] = /^(\w+):array_agg(?:\((\w+)\))?$/.exec(spec) ?? [];
  return name === undefined ? [] : [{ name, field: getField(model, own ?? name) }];
}

/** In the order of ids; what is empty is null here, and not false. */
function listValues(env: Env, model: Model, field: Field, rows: readonly Row[]): readonly unknown[] {
  return [...rows]
    .sort((one, other) => one.id - other.id)
    .map((row) => getRawValue(env, model, field, row))
    .map((value) => (value === false && field.type !== 'boolean' ? null : value));
}

function groupDomain(domain: readonly unknown[], fields: readonly Field[], values: readonly Stored[]) {
  const own = fields.map((field, position) => [field.name, '=', values[position]]);
  const joined = [...own.slice(1).map(() => '&'), ...own];
  return domain.length > 0 ? ['&', ...domain, ...joined] : joined;
}

const shown = (env: Env, field: Field, value: Stored) =>
  field.type === 'many2one' && typeof value === 'number'
    ? [value, getNameById(env, field.relation ?? '', value)]
    : value;
