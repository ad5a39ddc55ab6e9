import type { CallInfo } from '../../http/breakable-server.ts';
import { parseJson, type Request } from '../../http/exchange.ts';
import { toList, toRecord } from '../values.ts';

/** Which call a request makes, for whoever counts or breaks calls. */
export function describeCall({ path, body }: Request): CallInfo {
  const params = toRecord(toRecord(parseJson(body.toString())).params);
  if (path === '/jsonrpc') {
    const args = toList(params.args);
    if (params.service !== 'object') return { path, method: String(params.method) };
    const call = { path, model: String(args[3]), method: String(args[4]), uid: Number(args[1]) };
    const { context } = toRecord(args[6]);
    const asked = Object.keys(toRecord(context)).find((key) => key.startsWith('supportdesk_'));
    return call.model === 'ir.actions.server' && asked ? { ...call, asked } : call;
  }
  if (path.startsWith('/web/dataset/call_kw')) {
    return { path, model: String(params.model), method: String(params.method) };
  }
  return { path };
}
