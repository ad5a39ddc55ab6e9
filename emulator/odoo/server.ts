import { type BreakableServer, type CallInfo, startBreakableServer } from '../http/breakable-server.ts';
import { createEngine } from './create-engine.ts';
import { describeCall } from './http/describe-call.ts';
import { createRoutes } from './http/routes.ts';

export interface OdooEmulatorOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
  readonly database?: string;
  readonly adminPassword?: string;
  readonly clock?: () => Date;
  /** Whether `X-Forwarded-For`, next to `X-Forwarded-Host`, names the client, as in Odoo's `proxy_mode`. */
  readonly proxyMode?: boolean;
}

export interface OdooEmulator extends BreakableServer<CallInfo> {
  readonly database: string;
}

/** An Odoo 18 of one database, in memory: it answers what the product asks as the real one does. */
export async function startOdooEmulator(options: OdooEmulatorOptions = {}): Promise<OdooEmulator> {
  const { port, host, database = 'supportdesk', adminPassword = 'admin', proxyMode = true } = options;
  const engine = createEngine({ database, adminPassword, clock: options.clock ?? (() => new Date()) });
  const answer = createRoutes(engine, { proxyMode });
  return { database, ...(await startBreakableServer({ port, host, describe: describeCall, answer })) };
}
