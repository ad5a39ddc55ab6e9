import { compileVisibility } from '../access/check-access.ts';
import { findRow, findRows, getModel, sudo } from '../env.ts';
import { isToMany } from '../field.ts';
import type { Env, Model } from '../model.ts';
import { readRows } from '../orm/read.ts';
import { countRows } from '../orm/search.ts';
import { sortRows } from '../orm/sort-rows.ts';
import { type Row, toIds, toRecord, type Values } from '../values.ts';
import { optionalNumber } from './arguments.ts';
import { create, write } from './change.ts';
import { onModel, onRecord } from './define-method.ts';
import { searchFor } from './search.ts';

export const webRead = onRecord('Base(specification)', ({ env, model, ids, args }) => {
  const rows = findRows(env, model.name, ids);
  return readTree(env, model, rows, toRecord(args.specification));
});

/** Writes and reads in one call, so that whoever may not read what they have just written has not written it. */
export const webSave = onRecord('Base(vals, specification, next_id?)', (call) => {
  const { ids, args } = call;
  if (ids.length > 0) write.run(call);
  const saved =
    ids.length > 0 ? ids : [Number(create.run({ ...call, args: { ...args, vals_list: args.vals } }))];
  return webRead.run({ ...call, ids: typeof args.next_id === 'number' ? [args.next_id] : saved });
});

export const webSearchRead = onModel(
  'Base(domain, specification, offset?, limit?, order?, count_limit?)',
  (call) => {
    const { env, model, args } = call;
    const rows = searchFor(call);
    const limit = optionalNumber(args.limit);
    const offset = optionalNumber(args.offset) ?? 0;
    const full = limit !== undefined && rows.length === limit;
    if (rows.length === 0) return { length: 0, records: [] };
    return {
      length: full ? countUpTo(env, model, args.domain, args.count_limit) : offset + rows.length,
      records: readTree(env, model, rows, toRecord(args.specification)),
    };
  },
);

function countUpTo(env: Env, model: Model, domain: unknown, limit: unknown): number {
  const count = countRows(env, model, domain);
  return typeof limit === 'number' ? Math.min(count, limit) : count;
}

/** Rows with the related records nested into them, as the specification asks. */
function readTree(env: Env, model: Model, rows: readonly Row[], specification: Values): unknown[] {
  const names = Object.keys(specification);
  const records = readRows(env, model, rows, names, { bareIds: true });
  return records.map((record) => {
    const nested: Record<string, unknown> = {};
    for (const name of names) {
      const field = model.fields.get(name);
      const asked = toRecord(specification[name]);
      if (!field?.relation || !('fields' in asked)) continue;
      nested[name] = isToMany(field)
        ? readLines(env, getModel(env, field.relation), record[name], asked)
        : readLinked(env, getModel(env, field.relation), record[name], toRecord(asked.fields));
    }
    return { ...record, ...nested };
  });
}

/** The name of a linked record is shown to whoever sees the link; its other fields need access. */
function readLinked(env: Env, model: Model, id: unknown, specification: Values): unknown {
  const row = findRow(env, model.name, id);
  if (!row) return false;
  const { display_name: named, ...others } = specification;
  const [open] = Object.keys(others).length > 0 ? readTree(env, model, [row], others) : [{ id: row.id }];
  const [name] = named ? readRows(sudo(env), model, [row], ['display_name']) : [];
  return { ...toRecord(open), ...name };
}

/** Odoo sorts by a search, which leaves out what may not be seen. */
function sortVisible(env: Env, model: Model, rows: Row[], order: string): Row[] {
  const visible = compileVisibility(env, model);
  return sortRows(env, model, visible ? rows.filter(visible) : rows, order);
}

function readLines(env: Env, model: Model, ids: unknown, asked: Values): unknown {
  const all = findRows(env, model.name, toIds(ids));
  const sorted = typeof asked.order === 'string' ? sortVisible(env, model, all, asked.order) : all;
  const limit = optionalNumber(asked.limit) ?? sorted.length;
  const shown = readTree(env, model, sorted.slice(0, limit), toRecord(asked.fields));
  return [...shown, ...sorted.slice(limit).map((row) => ({ id: row.id }))];
}
