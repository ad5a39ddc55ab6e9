import { accessError, attributeError, typeError } from '../faults.ts';
import type { Call, Env, Invocation, Method, Model } from '../model.ts';
import { toIds } from '../values.ts';
import { ormMethods } from './index.ts';

/** The method a model answers to: its own, or one that every model has. */
export const findMethod = (model: Model, name: string): Method | undefined =>
  model.methods[name] ?? ormMethods(model)[name];

/** Calls a method with arguments as RPC gives them; only code that runs in Odoo may call a private one. */
export function callMethod(env: Env, invocation: Invocation): unknown {
  const { model, method: name } = invocation;
  if (name.startsWith('_') && !invocation.inPython) {
    throw accessError(`Private methods (such as '${model.name}.${name}') cannot be called remotely.`);
  }
  const method = findMethod(model, name);
  if (!method) throw attributeError(`The method '${model.name}.${name}' does not exist`);
  return method.run(bindArguments(env, invocation, method));
}

function bindArguments(env: Env, { model, method: name, args, keywords }: Invocation, method: Method): Call {
  const label = `${method.pythonName ?? 'BaseModel'}.${name}()`;
  const [first, ...rest] = args;
  const positional = method.on === 'record' ? rest : args;
  const { context, ...given } = keywords;
  const names = method.params.map((parameter) => parameter.replace('?', ''));
  if (positional.length > names.length) {
    const required = method.params.filter((parameter) => !parameter.endsWith('?')).length;
    const range =
      required < names.length ? `from ${required + 1} to ${names.length + 1}` : `${names.length + 1}`;
    throw typeError(`${label} takes ${range} positional arguments but ${positional.length + 1} were given`);
  }
  const bound: Record<string, unknown> = {};
  for (const [position, value] of positional.entries()) bound[names[position] ?? ''] = value;
  for (const [key, value] of Object.entries(given)) {
    if (!names.includes(key) && !method.open) {
      const refuses = method.forwardsTo ? `${method.forwardsTo}()` : label;
      throw typeError(`${refuses} got an unexpected keyword argument '${key}'`);
    }
    if (key in bound) throw typeError(`${label} got multiple values for argument '${key}'`);
    bound[key] = value;
  }
  const missing = method.params.filter((parameter) => !parameter.endsWith('?') && !(parameter in bound));
  if (missing.length > 0) throw missingArguments(label, missing);
  return {
    env,
    model,
    args: bound,
    ids: method.on === 'record' ? toIds(first === 0 ? [] : [first].flat()) : [],
  };
}

function missingArguments(label: string, names: readonly string[]) {
  const quoted = names.map((name) => `'${name}'`);
  const listed = quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}` : quoted[0];
  return typeError(
    `${label} missing ${names.length} required positional argument${names.length > 1 ? 's' : ''}: ${listed}`,
  );
}
