import { findExternalId, getModel, getUserRow, sudo, tableOf } from '../env.ts';
import { accessError, attributeError, valueError } from '../faults.ts';
import type { Env, Model } from '../model.ts';
import { isIdList } from '../values.ts';
import { createMoment } from './datetime.ts';
import { fromPython, toPython } from './from-python.ts';
import {
  createNamespace,
  isPyCallable,
  isTrue,
  type PyKeywords,
  type PyObject,
  type PyValue,
} from './object.ts';

export type MakeRecordset = (env: Env, model: Model, ids: readonly number[]) => PyValue;

/** `env`, as Python code knows it. */
export function createPythonEnv(env: Env, createRecordset: MakeRecordset): PyObject {
  const records = (model: string, ids: readonly number[]) => createRecordset(env, getModel(env, model), ids);
  const user = () => createRecordset(sudo(env), getModel(env, 'res.users'), [env.uid]);
  const members: Readonly<Record<string, () => PyValue>> = {
    uid: () => env.uid,
    su: () => env.su,
    user,
    company: () => records('res.company', [companyOf(env)]),
    companies: () => records('res.company', companiesOf(env)),
    context: () => toPython(env.context),
    lang: () => env.context.lang ?? 'en_US',
    cr: () => createCursor(env),
    // Nothing waits here to be written.
    flush_all: () => () => null,
    registry: () => createPyRegistry(env),
    ref: () => (args: readonly PyValue[], keywords: PyKeywords) => {
      const found = findExternalId(env, String(args[0]));
      if (!found && keywords.raise_if_not_found === false) return null;
      if (!found) throw valueError(`External ID not found in the system: ${String(args[0])}`);
      return records(found.model, [found.id]);
    },
  };
  return {
    pyType: 'Environment',
    getAttribute(name) {
      const member = members[name];
      if (!member) throw attributeError(`'Environment' object has no attribute '${name}'`);
      return member();
    },
    getItem: (key) => {
      if (!env.engine.findModel(String(key))) throw valueError(`'${String(key)}'`);
      return records(String(key), []);
    },
    // `name in env` asks whether there is such a model.
    iterate: () => [...env.engine.modelNames()],
    text: () => '<odoo.api.Environment>',
  };
}

/** PostgreSQL is not there to answer: a question about it finds one row, of nothing. What it deletes is gone. */
function createCursor(env: Env): PyObject {
  return createNamespace('Cursor', {
    execute: ([query, values]: readonly PyValue[]) => {
      const [, name] = /^DELETE FROM (\w+) WHERE id IN %s$/.exec(String(query)) ?? [];
      const model = [...env.engine.modelNames()].find((known) => known.replaceAll('.', '_') === name);
      if (model) for (const id of idsIn(values)) tableOf(env, model).remove(id);
      return null;
    },
    fetchone: () => [null],
    /** A call is one with its transaction here: what is done stays done, and nothing is taken back in between. */
    commit: () => null,
    precommit: createNamespace('Callbacks', {
      data: env.engine.transactionData,
      add([callback]: readonly PyValue[]) {
        if (isPyCallable(callback)) env.engine.precommit.push(() => callback([], {}));
        return null;
      },
    }),
    rollback: () => null,
    /** What came after it can be taken back alone. */
    savepoint: () => {
      const { store, precommit } = env.engine;
      const [start, waiting] = [store.savepoint(), precommit.length];
      return createNamespace('Savepoint', {
        close(_: readonly PyValue[], { rollback = true }: PyKeywords) {
          if (isTrue(rollback)) {
            store.rollback(start);
            precommit.length = Math.min(precommit.length, waiting);
          }
          return null;
        },
      });
    },
    close: () => null,
    now: () => createMoment('datetime.datetime', env.engine.transactionTime()),
  });
}

const idsIn = (values: PyValue): readonly number[] =>
  [fromPython(values)].flat(2).filter((id) => typeof id === 'number');

/** Nothing is kept here that could grow old. */
const createPyRegistry = (env: Env): PyObject => ({
  pyType: 'Registry',
  getAttribute(name) {
    if (name === 'clear_cache') return () => null;
    // Another connection of PostgreSQL, which sees what is committed.
    if (name === 'cursor') return () => createCursor(env);
    throw attributeError(`'Registry' object has no attribute '${name}'`);
  },
  text: () => '<odoo.modules.registry.Registry>',
});

export const companyOf = (env: Env) =>
  chosenCompanies(env)[0] ?? Number(getUserRow(env).get('company_id') || 1);

/** Those that the web client's switch of companies names. */
function chosenCompanies(env: Env): readonly number[] {
  const chosen = env.context.allowed_company_ids;
  return isIdList(chosen) ? chosen : [];
}

export function companiesOf(env: Env): readonly number[] {
  const ids = getUserRow(env).get('company_ids');
  const chosen = chosenCompanies(env);
  if (chosen.length > 0) {
    const own = isIdList(ids) ? ids : [];
    if (chosen.some((id) => !own.includes(id))) {
      throw accessError('Access to unauthorized or invalid companies.');
    }
    return chosen;
  }
  return isIdList(ids) && ids.length > 0 ? ids : [companyOf(env)];
}
