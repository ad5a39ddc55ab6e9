import { z } from 'zod';
import { createHttp } from '../lib/http.ts';
import type { Caller } from './caller.ts';
import { isOdooError } from './faults.ts';

/** How a login must come for Odoo's own address to stay as it is. */
export type LoginOrigin =
  | { readonly keeps: true; readonly headers: Readonly<Record<string, string>> }
  | { readonly keeps: false };

const NO_HEADERS: LoginOrigin = { keeps: true, headers: {} };

const Parameters = z.array(z.object({ key: z.string(), value: z.string() }));

/**
 * When somebody with the right to Odoo's settings logs in, Odoo takes the address at which they reach it for its own
 * (`web.base.url`), which then stands in all its mails, unless `web.base.url.freeze` says no. Ours is often one that
 * nobody outside knows. So the login says what a proxy would say of the true address, once Odoo is seen to believe it.
 */
export async function findLoginOrigin(service: Caller, baseUrl: string): Promise<LoginOrigin> {
  const parameters = await readParameters(service);
  if (parameters === undefined || parameters.has('web.base.url.freeze')) return NO_HEADERS;
  const own = parameters.get('web.base.url') ?? '';
  if (!URL.canParse(own)) return { keeps: false };
  const { host, protocol } = new URL(own);
  const headers = { 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) };
  return (await askOrigin(baseUrl, headers)) === own ? { keeps: true, headers } : { keeps: false };
}

/** Undefined for an account that may not read them: whose login changes nothing. */
async function readParameters(service: Caller): Promise<ReadonlyMap<string, string> | undefined> {
  const domain = [['key', 'in', ['web.base.url', 'web.base.url.freeze']]];
  try {
    const rows = await service.call('ir.config_parameter', 'search_read', [domain], {
      fields: ['key', 'value'],
    });
    return new Map(Parameters.parse(rows).map(({ key, value }) => [key, value]));
  } catch (error) {
    if (isOdooError(error, 'odoo_access_error')) return undefined;
    throw error;
  }
}

/** Odoo sends whoever doubles a slash to the address without, in full, as it takes it to be. */
async function askOrigin(
  baseUrl: string,
  headers: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const http = createHttp({ baseUrl, timeoutMs: 5_000, retries: 0 });
  try {
    const answer = await http.request({ method: 'GET', path: '/web//health', headers, retry: false });
    const location = String(answer.headers.location ?? '');
    return URL.canParse(location) ? new URL(location).origin : undefined;
  } finally {
    http.close();
  }
}
