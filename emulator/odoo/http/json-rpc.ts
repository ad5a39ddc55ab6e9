import { type Answer, htmlAnswer, jsonAnswer, parseJson, type Request } from '../../http/exchange.ts';
import { OdooFault } from '../faults.ts';
import type { Engine } from '../model.ts';
import { isRecord, toRecord } from '../values.ts';
import { errorPage } from './pages.ts';

export interface RpcRequest {
  readonly id: unknown;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The envelope of a JSON-RPC request, or the page that Odoo answers where there is none. */
export function parseRpc(request: Request): RpcRequest | Answer {
  if (!/^application\/json/.test(String(request.headers['content-type'] ?? ''))) {
    const place = `[&#39;http&#39;] but &#39;${request.path}&#39; is type=&#39;json&#39;.`;
    return errorPage(400, 'Bad Request', `Request inferred type is compatible with ${place}`);
  }
  const parsed = parseJson(request.body.toString());
  if (parsed === undefined) return htmlAnswer(400, 'Invalid JSON data');
  if (!isRecord(parsed)) return htmlAnswer(400, 'Invalid JSON-RPC data');
  return { id: parsed.id ?? null, params: toRecord(parsed.params) };
}

export const isAnswer = (value: RpcRequest | Answer): value is Answer => 'status' in value;

/** Odoo leaves `result` out where a method returns nothing. */
export const rpcResult = (id: unknown, result: unknown, cookies: readonly string[] = []) =>
  jsonAnswer(
    { jsonrpc: '2.0', id, ...(result !== null && result !== undefined && { result }) },
    200,
    cookies.length > 0 ? { 'set-cookie': cookies } : {},
  );

/** Faults that come before any call: they carry a code of their own and no id. */
const early: Readonly<Record<string, { readonly code: number; readonly message: string }>> = {
  'odoo.http.SessionExpiredException': { code: 100, message: 'Odoo Session Expired' },
  'werkzeug.exceptions.NotFound': { code: 404, message: '404: Not Found' },
};

export function rpcFault(id: unknown, error: unknown): Answer {
  const special = error instanceof OdooFault ? early[error.pythonClass] : undefined;
  const envelope = special ?? { code: 200, message: 'Odoo Server Error' };
  const data = describeFault(error);
  return jsonAnswer({ jsonrpc: '2.0', id: special ? null : id, error: { ...envelope, data } });
}

function describeFault(error: unknown) {
  if (!(error instanceof OdooFault)) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    const name = 'builtins.NotImplementedError';
    return { name, debug: stack, message, arguments: [message], context: {} };
  }
  const { pythonClass: name, message, context } = error;
  const debug = `Traceback (most recent call last):\n${name}: ${message}`;
  return { name, debug, message, arguments: error.arguments, context };
}

/** Runs one call as one transaction: what it changed stays only if it succeeds. */
export function runTransaction<T>(engine: Engine, run: () => T): T {
  try {
    const result = run();
    engine.beforeCommit();
    engine.store.commit();
    return result;
  } catch (error) {
    engine.store.rollback(0);
    engine.clearCaches();
    throw error;
  } finally {
    engine.endTransaction();
  }
}
