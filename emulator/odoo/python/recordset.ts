import { findRow, findRows, getModel, sudo, withContext, withUser } from '../env.ts';
import { attributeError, keyError, missingRecord, notSingleton, recordsetText } from '../faults.ts';
import { isToMany } from '../field.ts';
import type { Env, Field, Model } from '../model.ts';
import { getRawValue } from '../orm/raw-value.ts';
import { isIdList, type Row } from '../values.ts';
import { fromPython, isRecordset, type PyRecordset, toMoment, toPython } from './from-python.ts';
import { createNamespace, type PyKeywords, type PyValue, typeName } from './object.ts';
import { createPythonEnv } from './python-env.ts';
import { recordsetMethods } from './recordset-methods.ts';

/** Told about assignments instead of the database, while a computed field is worked out. */
export type OnAssign = (field: string, value: unknown) => void;

/** Records as Python code handles them. */
export function createRecordset(
  env: Env,
  model: Model,
  ids: readonly number[],
  onAssign?: OnAssign,
): PyRecordset {
  const again = (changed: Env, other = ids) => createRecordset(changed, model, other);

  const single = (): Row | undefined => {
    if (ids.length > 1) throw notSingleton(model.name, ids);
    const [id] = ids;
    if (id === undefined) return undefined;
    const row = findRow(env, model.name, id);
    if (!row) throw missingRecord(model.name, id, env.uid);
    return row;
  };

  const readField = (field: Field): PyValue => {
    if (field.relation && ids.length > 1) return mapField(field);
    const row = single();
    // Of ours alone: what code of Odoo's reads by itself here, Odoo reads with all rights.
    if (row && !env.su && !onAssign && model.name.startsWith('x_'))
      env.engine.orm.checkAccess(env, model, 'read', [row]);
    const value = row ? getRawValue(env, model, field, row) : isToMany(field) ? [] : false;
    if (field.relation) {
      const related = isIdList(value) ? value : typeof value === 'number' ? [value] : [];
      return createRecordset(env, getModel(env, field.relation), related);
    }
    if (value === false && (field.type === 'integer' || field.type === 'float')) return 0;
    if (typeof value === 'string' && (field.type === 'date' || field.type === 'datetime')) {
      return toMoment(field.type, value);
    }
    return value;
  };

  const mapField = (field: Field): PyValue => {
    const values = ids.map((id) => again(env, [id]).getAttribute(field.name));
    if (!field.relation) return values;
    const found = new Set(values.flatMap((value) => (isRecordset(value) ? value.ids : [])));
    return createRecordset(env, getModel(env, field.relation), [...found]);
  };

  const assign = (name: string, value: PyValue) => {
    const field = model.fields.get(name);
    if (!field) throw attributeError(`'${model.name}' object has no attribute '${name}'`);
    const plain = fromPython(value);
    const stored = field.type === 'many2one' && Array.isArray(plain) ? (plain[0] ?? false) : plain;
    if (onAssign) onAssign(name, stored);
    else env.engine.orm.write(env, model, findRows(env, model.name, ids), { [name]: stored });
  };

  const recordset: PyRecordset = {
    pyType: model.name,
    ids,
    modelName: model.name,
    getAttribute(name) {
      if (name === 'id') return single()?.id ?? false;
      if (name === 'ids') return [...ids];
      if (name === '_name') return model.name;
      if (name === '_origin') return again(env);
      if (name === '_fields') return describeFields(model);
      // Models here keep their records in tables of their own.
      if (name === '_auto') return true;
      if (name === '_transient') return false;
      if (name === 'env') return createPythonEnv(env, createRecordset);
      const field = model.fields.get(name);
      if (field) return readField(field);
      if (name === 'sudo') return () => again(sudo(env));
      if (name === 'with_context') {
        return ([given]: readonly PyValue[], keywords: PyKeywords) => {
          // A whole context takes the place of the one at hand.
          const whole = given instanceof Map ? { ...env, context: plainOf(Object.fromEntries(given)) } : env;
          return again(withContext(whole, plainOf(keywords)));
        };
      }
      if (name === 'with_user') {
        return ([user]: readonly PyValue[]) =>
          again(withUser(env, isRecordset(user) ? (user.ids[0] ?? 0) : Number(user)));
      }
      const method = recordsetMethods[name];
      if (method) {
        return (args: readonly PyValue[], keywords: PyKeywords) =>
          method({ env, model, ids, recordset, make: (other) => again(env, other) }, args, keywords);
      }
      return callPublic(env, model, ids, name);
    },
    setAttribute: assign,
    getItem(key) {
      if (typeof key === 'number') return again(env, [ids.at(key) ?? []].flat());
      if (Array.isArray(key)) return again(env, ids.slice(key[0] ?? 0, key[1] ?? ids.length));
      const field = model.fields.get(String(key));
      if (!field) throw keyError(String(key));
      return readField(field);
    },
    setItem: (key, value) => assign(String(key), value),
    iterate: () => ids.map((id) => createRecordset(env, model, [id], onAssign)),
    isTrue: () => ids.length > 0,
    binary: (operator, other) => combine(env, model, ids, operator, other),
    compare: (other) =>
      isRecordset(other) && other.modelName === model.name && other.ids.join() === ids.join() ? 0 : undefined,
    text: () => recordsetText(model.name, ids),
  };
  return recordset;
}

const plainOf = (values: PyKeywords) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fromPython(value)]));

/** Of a field Python code asks no more than whether Odoo works it out. */
const describeFields = (model: Model): PyValue =>
  new Map(
    [...model.fields].map(([name, { compute }]) => [
      name,
      createNamespace('Field', { compute: compute !== undefined }),
    ]),
  );

function combine(env: Env, model: Model, ids: readonly number[], operator: string, other: PyValue): PyValue {
  if (!isRecordset(other)) {
    throw attributeError(`unsupported operand types in: ${model.name}() ${operator} ${typeName(other)}`);
  }
  const wanted = new Set(other.ids);
  const isUnion = operator === '+' || operator === '|';
  const found = isUnion
    ? new Set([...ids, ...wanted])
    : ids.filter((id) => wanted.has(id) === (operator === '&'));
  return createRecordset(env, model, [...found]);
}

/** A method of the model; over RPC only those that are not private are reachable. */
function callPublic(env: Env, model: Model, ids: readonly number[], name: string): PyValue {
  return (args: readonly PyValue[], keywords: PyKeywords) => {
    const method = env.engine.orm.findMethod(model, name);
    if (!method) throw attributeError(`'${model.name}' object has no attribute '${name}'`);
    const given = args.map(fromPython);
    const plain = Object.fromEntries(
      Object.entries(keywords).map(([key, value]) => [key, fromPython(value)]),
    );
    const invocation = {
      model,
      method: name,
      inPython: true,
      args: method.on === 'record' ? [ids, ...given] : given,
    };
    const answer = env.engine.orm.call(env, { ...invocation, keywords: plain });
    if (method.answers === undefined) return toPython(answer);
    return createRecordset(env, getModel(env, method.answers), typeof answer === 'number' ? [answer] : []);
  };
}
