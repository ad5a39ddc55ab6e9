import { groupBy } from '../../group-by.ts';
import { compileDomain } from '../domain/compile-domain.ts';
import { asSystem, findExternalId, findRow, findRows, modelId, reach, sudo, tableOf } from '../env.ts';
import { notSingleton } from '../faults.ts';
import { getField } from '../field.ts';
import { loadRecords } from '../load/load-records.ts';
import { logNote } from '../mail/post-message.ts';
import { aggregate, findAggregate } from '../methods/aggregates.ts';
import type { Model } from '../model.ts';
import { copiedValues } from '../orm/copied-values.ts';
import { recomputeDependents } from '../orm/recompute.ts';
import { escapePlain } from '../orm/sanitize-html.ts';
import { columnIn } from '../orm/translations.ts';
import { type Row, type Stored, toIds, toList, toRecord } from '../values.ts';
import { fromPython, isRecordset, toPython } from './from-python.ts';
import { isPyCallable, isPyObject, isTrue, iterate, type PyValue } from './object.ts';
import { compareValues } from './operators.ts';
import { ownMethods } from './own-methods.ts';
import type { RecordsetMethod, Subject } from './recordset-method.ts';
import { pyStr } from './text.ts';

const idsOf = (rows: readonly Row[]) => rows.map((row) => row.id);
const rowsOf = ({ env, model, ids }: Subject) => findRows(env, model.name, ids);

function columnsOf(
  model: Model,
  row: Row,
  name: string,
  value: unknown,
): readonly (readonly [string, Stored])[] {
  if (!getField(model, name).translate) return [[name, toColumn(value)]];
  const texts = Object.entries(toRecord(JSON.parse(String(value))));
  // A column that was empty gets the first of them in English.
  const english = row.get(name) === false || row.get(name) === undefined ? texts.slice(0, 1) : [];
  return [
    ...english.map(([, text]) => [name, toColumn(text)] as const),
    ...texts.map(
      ([language, text]) => [language === 'en_US' ? name : columnIn(name, language), toColumn(text)] as const,
    ),
  ];
}

const toColumn = (value: unknown): Stored =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : false;

const valuesOf = (value: PyValue) => toRecord(fromPython(value));

/** The value of a field path, or of a function, for every record. */
function valuesAlong({ recordset }: Subject, key: PyValue): PyValue[] {
  const items = recordset.iterate?.() ?? [];
  if (isPyCallable(key)) return items.map((item) => key([item], {}));
  return items.map((item) => follow(item, String(key)));
}

const follow = (start: PyValue, path: string): PyValue =>
  path.split('.').reduce((value, name) => (isRecordset(value) ? value.getAttribute(name) : value), start);

/** What Python code calls on a recordset and RPC does not offer in the same form. */
export const recordsetMethods: Readonly<Record<string, RecordsetMethod>> = {
  ...ownMethods,
  search({ env, model, make }, [domain], { order, limit, offset }) {
    const rows = env.engine.orm.search(env, model, fromPython(domain ?? []), {
      order: order ? String(order) : undefined,
      limit: limit ? Number(limit) : undefined,
      offset: offset ? Number(offset) : undefined,
    });
    return make(idsOf(rows));
  },
  browse({ make }, [given]) {
    return make(toIds([fromPython(given)].flat()));
  },
  create({ env, model, make }, [given]) {
    const list = Array.isArray(given) ? given : [given];
    return make(idsOf(env.engine.orm.create(env, model, list.map(valuesOf))));
  },
  /** One like it, of the fields that a copy takes along, with other values for some. */
  copy(subject, [given]) {
    const { env, model, make } = subject;
    const [row] = rowsOf(subject);
    if (!row) throw notSingleton(model.name, subject.ids);
    const values = { ...copiedValues(model, row), ...valuesOf(given ?? new Map()) };
    return make(idsOf(env.engine.orm.create(env, model, [values])));
  },
  _load_records({ env, model, make }, [given]) {
    const list = toList(given).map(valuesOf);
    const rows = list.map(({ xml_id, values }) => ({
      externalId: typeof xml_id === 'string' ? xml_id : undefined,
      values: toRecord(values),
    }));
    return make(loadRecords(env, model, rows));
  },
  write(subject, [given]) {
    subject.env.engine.orm.write(subject.env, subject.model, rowsOf(subject), valuesOf(given));
    return true;
  },
  /** Into the columns, past everything that a write sets off; texts come as JSON by language. */
  _write_multi(subject, [given]) {
    const list = toList(given).map(valuesOf);
    const table = tableOf(subject.env, subject.model.name);
    for (const [position, row] of rowsOf(subject).entries()) {
      for (const [name, value] of Object.entries(list[position] ?? {}))
        for (const [column, text] of columnsOf(subject.model, row, name, value)) table.set(row, column, text);
    }
    return null;
  },
  /** One item for each value of a field, with its records in a recordset, or for each pair of them; counted, and put together. */
  _read_group(subject, [domain, groupby, aggregates]) {
    const { env, model } = subject;
    const asked = toList(aggregates).map((spec) =>
      spec === '__count' ? undefined : findAggregate(model, String(spec))[0],
    );
    const fields = toList(groupby).map((name) => getField(model, String(name)));
    const rows = env.engine.orm.search(env, model, fromPython(domain ?? []), {});
    // A record with several values of a field is counted with each of them.
    const counted = rows.flatMap((row) =>
      fields
        .reduce<readonly (readonly unknown[])[]>(
          (before, { name }) => {
            const value = row.get(name) ?? false;
            const values = Array.isArray(value) ? (value.length > 0 ? value : [false]) : [value];
            return before.flatMap((keys) => values.map((each) => [...keys, each]));
          },
          [[]],
        )
        .map((keys) => ({ keys, row })),
    );
    const groups = groupBy(counted, ({ keys }) => keys.map(String).join());
    return [...groups.values()].map((found) => [
      ...fields.map(({ relation }, position) => {
        const value = found[0]?.keys[position] ?? false;
        if (!relation) return value;
        return recordsOf(subject, relation, typeof value === 'number' ? [value] : []);
      }),
      ...asked.map((one) => {
        if (!one) return found.length;
        const members = found.map(({ row }) => row);
        return toPython(aggregate(env, model, one, members));
      }),
    ]);
  },
  /** Notes that nobody is told of, a plain text for each record. */
  _message_log_batch({ env, model, ids }, _args, { bodies, author_id, email_from }) {
    const texts = bodies instanceof Map ? bodies : new Map();
    for (const row of findRows(env, model.name, ids)) {
      const body = escapePlain(String(texts.get(row.id) ?? ''));
      logNote(env, model, row, {
        body: body && `<p>${body}</p>`,
        ...(author_id ? { author_id } : {}),
        ...(email_from ? { email_from } : {}),
      });
    }
    return null;
  },
  get_base_url: ({ env }) => {
    const [row] = tableOf(env, 'ir.config_parameter').where({ key: 'web.base.url' });
    return String(row?.get('value') || '');
  },
  invalidate_recordset: () => null,
  /** What is written is in the table at once. */
  flush_recordset: () => null,
  /** Whether one of the records lies above itself. */
  _has_cycle({ env, model, ids }, [name]) {
    const field = name === undefined ? 'parent_id' : pyStr(name);
    const parentsOf = (id: number) => {
      const parent = findRow(env, model.name, id)?.get(field);
      return typeof parent === 'number' ? [parent] : [];
    };
    return ids.some((id) => reach(parentsOf(id), parentsOf).has(id));
  },
  /** What hangs on these fields is worked out anew. */
  modified({ env, model, ids }, [names]) {
    const rows = findRows(env, model.name, ids);
    recomputeDependents(env, model, rows, iterate(names).map(pyStr));
    return null;
  },
  unlink(subject) {
    subject.env.engine.orm.unlink(subject.env, subject.model, rowsOf(subject));
    return true;
  },
  exists: (subject) => subject.make(idsOf(rowsOf(subject))),
  activity_schedule(subject, [kind], keywords) {
    const { env, model, ids } = subject;
    const values = Object.fromEntries(
      Object.entries(keywords).map(([key, value]) => [key, fromPython(value)]),
    );
    const made = ids.map((res_id) =>
      asSystem(env, 'mail.activity').create({
        ...values,
        res_model_id: modelId(env, model.name),
        res_id,
        activity_type_id: findExternalId(env, pyStr(kind))?.id ?? false,
      }),
    );
    return recordsOf(subject, 'mail.activity', idsOf(made));
  },
  /** Nobody keeps a page open here. */
  _bus_send: () => null,
  ensure_one({ ids, recordset, model }) {
    if (ids.length !== 1) throw notSingleton(model.name, ids);
    return recordset;
  },
  mapped(subject, [key]) {
    const values = valuesAlong(subject, key);
    if (values.length === 0 && typeof key === 'string') {
      // Of no record: no record of the model at the path's end, or no value.
      const none = follow(subject.recordset, key);
      return isRecordset(none) ? none : values;
    }
    const [first, ...others] = values;
    if (!isRecordset(first)) return values;
    return others.reduce((all, item) => (isRecordset(all) ? all.binary?.('|', item, false) : all), first);
  },
  filtered(subject, [key]) {
    const values = valuesAlong(subject, key);
    return subject.make(subject.ids.filter((_, position) => isTrue(values[position])));
  },
  filtered_domain(subject, [domain]) {
    const test = compileDomain(sudo(subject.env), subject.model, fromPython(domain));
    return subject.make(idsOf(rowsOf(subject).filter(test)));
  },
  sorted(subject, [given], { key = 'id', reverse = false }) {
    const values = valuesAlong(subject, given ?? key);
    const order = subject.ids
      .map((id, position) => ({ id, value: values[position] }))
      .sort((a, b) => compareValues(a.value, b.value) ?? 0)
      .map(({ id }) => id);
    return subject.make(isTrue(reverse) ? order.reverse() : order);
  },
};

/** Records of another model, for the same user. */
function recordsOf({ recordset }: Subject, model: string, ids: readonly number[]): PyValue {
  const env = recordset.getAttribute('env');
  const none = isPyObject(env) ? env.getItem?.(model) : undefined;
  const browse = isPyObject(none) ? none.getAttribute('browse') : undefined;
  return isPyCallable(browse) ? browse([ids], {}) : null;
}
