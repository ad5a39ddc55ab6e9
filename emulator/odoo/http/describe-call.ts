import type { CallInfo } from '../../http/breakable-server.ts';
import { parseJson, type Request } from '../../http/exchange.ts';
import { isRecord } from '../values.ts';

/** Which call a request makes, for whoever counts or breaks calls. */
export function describeCall({ path, body }: Request): CallInfo {
  const parsed = parseJson(body.toString());
  const params = isRecord(parsed) && isRecord(parsed.params) ? parsed.params : {};
  if (path === '/jsonrpc') {
    const args: readonly unknown[] = Array.isArray(params.args) ? params.args : [];
    if (params.service !== 'object') return { path, method: String(params.method) };
    return { path, model: String(args[3]), method: String(args[4]), uid: Number(args[1]) };
  }
  if (path.startsWith('/web/dataset/call_kw')) {
    return { path, model: String(params.model), method: String(params.method) };
  }
  return { path };
}
