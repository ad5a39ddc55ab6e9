import type { Request } from '../../http/exchange.ts';
import { hasGroup } from '../access/user-groups.ts';
import { asSystem, tableOf } from '../env.ts';
import type { Engine, Env } from '../model.ts';
import type { Row } from '../values.ts';
import { runTransaction } from './json-rpc.ts';

/** Scheme and host at which Odoo takes itself to be reached: behind a proxy that it believes, as that says. */
export function originOf({ headers }: Request, { proxyMode }: { readonly proxyMode: boolean }): string {
  const isForwarded = proxyMode && headers['x-forwarded-host'] !== undefined;
  const host = isForwarded ? headers['x-forwarded-host'] : headers.host;
  return `${(isForwarded && headers['x-forwarded-proto']) || 'http'}://${host}`;
}

/** An administrator's login tells Odoo its own address, unless that is frozen. */
export function adoptBaseUrl(engine: Engine, user: Row, origin: string): void {
  const env: Env = { engine, uid: user.id, su: false, context: {} };
  const find = (key: string) => tableOf(env, 'ir.config_parameter').find({ key });
  if (!hasGroup(env, 'base.group_system') || find('web.base.url.freeze')) return;
  const row = find('web.base.url');
  if (row && row.get('value') !== origin) {
    runTransaction(engine, () => asSystem(env, 'ir.config_parameter').write([row], { value: origin }));
  }
}
