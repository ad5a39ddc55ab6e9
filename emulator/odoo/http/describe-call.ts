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
    return { ...call, ...askedOf(call.model, args[6]) };
  }
  if (path.startsWith('/web/dataset/call_kw')) {
    const model = String(params.model);
    return { path, model, method: String(params.method), ...askedOf(model, params.kwargs) };
  }
  return { path };
}

/** What a server action is asked by. */
function askedOf(model: string, keywords: unknown): Pick<CallInfo, 'asked'> {
  const { context } = toRecord(keywords);
  const asked = Object.keys(toRecord(context)).find((key) => key.startsWith('supportdesk_'));
  return model === 'ir.actions.server' && asked ? { asked } : {};
}
