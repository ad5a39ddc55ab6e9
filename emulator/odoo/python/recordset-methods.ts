import { compileDomain } from '../domain/compile-domain.ts';
import { findRows, sudo } from '../env.ts';
import { notSingleton } from '../faults.ts';
import { loadRecords } from '../load/load-records.ts';
import type { Env, Model } from '../model.ts';
import { isRecord } from '../values.ts';
import { fromPython, isRecordset, type PyRecordset } from './from-python.ts';
import { isPyCallable, isTrue, type PyCallable, type PyKeywords, type PyValue } from './object.ts';
import { compareValues } from './operators.ts';

interface Subject {
  readonly env: Env;
  readonly model: Model;
  readonly ids: readonly number[];
  readonly recordset: PyRecordset;
  make(env: Env, ids?: readonly number[]): PyRecordset;
}

const valuesOf = (value: PyValue) => {
  const plain = fromPython(value);
  return isRecord(plain) ? plain : {};
};

const rowsOf = ({ env, model, ids }: Subject) => findRows(env, model.name, ids);

/** The value of a field path, or of a function, for every record. */
function valuesAlong(subject: Subject, key: PyValue): PyValue[] {
  const items = subject.recordset.iterate?.() ?? [];
  if (isPyCallable(key)) return items.map((item) => key([item], {}));
  return items.map((item) => follow(item, String(key)));
}

function follow(start: PyValue, path: string): PyValue {
  let value = start;
  for (const name of path.split('.')) {
    if (isRecordset(value)) value = value.getAttribute(name);
  }
  return value;
}

/** Of no record: no record of the model at the path's end, or no value. */
function noneAlong({ recordset }: Subject, path: string): PyValue {
  const end = follow(recordset, path);
  return isRecordset(end) ? end : [];
}

/** What Python code calls on a recordset and RPC does not offer in the same form. */
export const recordsetMethods: Readonly<Record<string, (subject: Subject) => PyCallable>> = {
  search: (subject) => (args, keywords) => {
    const rows = subject.env.engine.orm.search(subject.env, subject.model, fromPython(args[0] ?? []), {
      order: keywords.order ? String(keywords.order) : undefined,
      limit: keywords.limit ? Number(keywords.limit) : undefined,
      offset: keywords.offset ? Number(keywords.offset) : undefined,
    });
    return subject.make(
      subject.env,
      rows.map((row) => row.id),
    );
  },
  browse:
    ({ env, make }) =>
    ([given]) => {
      const ids = fromPython(given);
      return make(
        env,
        (Array.isArray(ids) ? ids : [ids]).filter((id): id is number => typeof id === 'number'),
      );
    },
  create:
    ({ env, model, make }) =>
    ([given]) => {
      const list = Array.isArray(given) ? given.map(valuesOf) : [valuesOf(given)];
      return make(
        env,
        env.engine.orm.create(env, model, list).map((row) => row.id),
      );
    },
  _load_records:
    ({ env, model, make }) =>
    ([given]) => {
      const list = (Array.isArray(given) ? given : []).map(valuesOf);
      const rows = list.map(({ xml_id, values }) => ({
        externalId: typeof xml_id === 'string' ? xml_id : undefined,
        values: isRecord(values) ? values : {},
      }));
      return make(env, loadRecords(env, model, rows));
    },
  write:
    (subject) =>
    ([given]) => {
      subject.env.engine.orm.write(subject.env, subject.model, rowsOf(subject), valuesOf(given));
      return true;
    },
  unlink: (subject) => () => {
    subject.env.engine.orm.unlink(subject.env, subject.model, rowsOf(subject));
    return true;
  },
  exists: (subject) => () =>
    subject.make(
      subject.env,
      rowsOf(subject).map((row) => row.id),
    ),
  /** Nobody keeps a page open here. */
  _bus_send: () => () => null,
  ensure_one:
    ({ ids, recordset, model }) =>
    () => {
      if (ids.length !== 1) throw notSingleton(model.name, ids);
      return recordset;
    },
  mapped:
    (subject) =>
    ([key]) => {
      const values = valuesAlong(subject, key);
      const [first] = values;
      if (first === undefined && typeof key === 'string') return noneAlong(subject, key);
      if (!isRecordset(first)) return values;
      return values
        .slice(1)
        .reduce((all, item) => (isRecordset(all) ? all.binary?.('|', item, false) : all), first);
    },
  filtered:
    (subject) =>
    ([key]) => {
      const values = valuesAlong(subject, key);
      return subject.make(
        subject.env,
        subject.ids.filter((_, position) => isTrue(values[position])),
      );
    },
  filtered_domain:
    (subject) =>
    ([domain]) => {
      const test = compileDomain(sudo(subject.env), subject.model, fromPython(domain));
      return subject.make(
        subject.env,
        rowsOf(subject)
          .filter(test)
          .map((row) => row.id),
      );
    },
  sorted: (subject) => (args: readonly PyValue[], keywords: PyKeywords) => {
    const values = valuesAlong(subject, args[0] ?? keywords.key ?? 'id');
    const order = subject.ids
      .map((id, position) => ({ id, value: values[position] }))
      .sort((a, b) => compareValues(a.value, b.value) ?? 0)
      .map(({ id }) => id);
    return subject.make(subject.env, isTrue(keywords.reverse ?? false) ? order.reverse() : order);
  },
};
