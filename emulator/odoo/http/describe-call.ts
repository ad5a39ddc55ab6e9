import type { CallInfo } from '../fault-injection.ts';
import { isRecord } from '../values.ts';
import type { Request } from './exchange.ts';

/** Which call a request makes, for whoever counts or breaks calls. */
export function describeCall({ path, body }: Request): CallInfo {
  const params = paramsOf(body);
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

function paramsOf(body: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(body);
    return isRecord(parsed) && isRecord(parsed.params) ? parsed.params : {};
  } catch {
    return {};
  }
}
