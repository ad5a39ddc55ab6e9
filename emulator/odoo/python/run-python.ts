import { getModel, sudo } from '../env.ts';
import { OdooFault, valueError } from '../faults.ts';
import type { Engine, Env } from '../model.ts';
import { builtins } from './builtins.ts';
import { compileExpression } from './compile-expression.ts';
import { compileScript } from './compile-script.ts';
import { createDatetimeModule, createTimezone } from './datetime.ts';
import { fromPython } from './from-python.ts';
import { createJson } from './json.ts';
import { createNamespace, type PyValue } from './object.ts';
import { companiesOf, companyOf, createPythonEnv } from './python-env.ts';
import { createRecordset } from './recordset.ts';
import { createScope, type Expression, type Scope } from './scope.ts';
import { childAt, parsePython } from './syntax.ts';
import { pyRepr } from './text.ts';

type Names = Readonly<Record<string, PyValue>>;

/** Runs a script on the given names. */
export function runScript(env: Env, code: string, names: Names, isApart = false): Scope {
  const scope = isApart ? createScope(Object.entries(names), scopeOf(env, {}), true) : scopeOf(env, names);
  const script = remember(env.engine, `script:${code}`, () => compileScript(parsePython(code.trim())));
  wrapErrors(code, () => script(scope));
  return scope;
}

/** The value of one expression. */
export function evaluateExpression(env: Env, code: string, names: Names): PyValue {
  const scope = scopeOf(env, names);
  const expression = remember(env.engine, `expression:${code}`, (): Expression => {
    const statement = childAt(parsePython(code.trim()), 0);
    return compileExpression(childAt(statement, 0));
  });
  return wrapErrors(code, () => expression(scope));
}

/** The domain of a record rule, for the user who asks. */
export function evaluateRuleDomain(env: Env, code: string): unknown {
  const users = getModel(env, 'res.users');
  return fromPython(
    evaluateExpression(env, code, {
      user: createRecordset(sudo(env), users, [env.uid]),
      company_id: companyOf(env),
      company_ids: companiesOf(env),
    }),
  );
}

function scopeOf(env: Env, names: Names): Scope {
  const datetime = createDatetimeModule(env.engine.clock);
  const now = () => env.engine.clock().getTime() / 1000;
  const timezone = ([name]: readonly PyValue[]) => createTimezone(String(name));
  const common = {
    env: createPythonEnv(env, createRecordset),
    uid: env.uid,
    datetime,
    timezone,
    // Odoo puts the zones of pytz there, which computations have no other way to.
    dateutil: createNamespace('dateutil', { tz: createNamespace('tz', { gettz: timezone }) }),
    json: createJson(),
    time: createNamespace('time', { time: now }),
    log: () => null,
    _logger: createNamespace('_logger', { info: () => null, warning: () => null, error: () => null }),
  };
  return createScope(Object.entries({ ...builtins, ...common, ...names }));
}

function remember<T>(engine: Engine, key: string, build: () => T): T {
  const known = engine.parsed.get(key);
  if (known !== undefined) return known as T;
  const built = build();
  engine.parsed.set(key, built);
  return built;
}

/** Odoo lets its own exceptions through and reports everything else as a ValueError that shows the code. */
function wrapErrors<T>(code: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof OdooFault) || !error.pythonClass.startsWith('builtins.')) throw error;
    if (error.pythonClass === 'builtins.ZeroDivisionError') throw error;
    const kind = error.pythonClass.replace('builtins.', '');
    throw valueError(`${kind}(${pyRepr(error.message)}) while evaluating\n${pyRepr(code)}`);
  }
}
