import { getModel } from '../env.ts';
import { keyError, OdooFault, typeError } from '../faults.ts';
import type { Engine, Env } from '../model.ts';
import { toList, toRecord, type Values } from '../values.ts';
import type { Authenticator } from './authenticate.ts';
import { runTransaction } from './json-rpc.ts';
import { version } from './version.ts';

export type Services = (params: Values, address: string) => unknown;

/** The services behind `/jsonrpc`; the address is the client's. */
export function createServices(engine: Engine, authenticator: Authenticator): Services {
  function callCommon(
    method: string,
    [database, login, password]: readonly unknown[],
    address: string,
  ): unknown {
    if (method === 'version') return version;
    if (method !== 'authenticate' && method !== 'login') {
      throw new OdooFault('builtins.Exception', `Method not found: ${method}`);
    }
    try {
      return authenticator.authenticate(database, login, password, address).id;
    } catch (error) {
      if (error instanceof OdooFault && error.pythonClass === 'odoo.exceptions.AccessDenied') return false;
      throw error;
    }
  }

  function callObject(method: string, args: readonly unknown[], address: string): unknown {
    if (method !== 'execute_kw' && method !== 'execute') {
      throw new OdooFault('builtins.NameError', `Method not available ${method}`);
    }
    const [database, uid, password, model, name, positional, keywords] = args;
    const user = authenticator.verify(database, uid, password, address);
    return executeKw(engine, user.id, String(model), String(name), positional, keywords);
  }

  return (params, address) => {
    const missing = ['service', 'method', 'args'].filter((name) => !(name in params));
    if (missing.length > 0) {
      throw typeError(
        `RPC.jsonrpc() missing ${missing.length} required positional arguments: ` +
          "'service', 'method', and 'args'",
      );
    }
    const args = toList(params.args);
    if (params.service === 'common') return callCommon(String(params.method), args, address);
    if (params.service === 'object') return callObject(String(params.method), args, address);
    throw keyError(String(params.service));
  };
}

/** One call of a model's method, as one transaction. */
export function executeKw(
  engine: Engine,
  uid: number,
  modelName: string,
  method: string,
  args: unknown,
  keywords: unknown,
): unknown {
  const given = toRecord(keywords);
  const env: Env = { engine, uid, su: uid === 1, context: toRecord(given.context) };
  return runTransaction(engine, () =>
    engine.orm.call(env, { model: getModel(env, modelName), method, args: toList(args), keywords: given }),
  );
}
